"""Your code adds up the lengths, but every sentence is padded to the longest in its batch. Count sentences times the longest."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for index in order:
        count = len(batch) + 1
        longest = lengths[index]
        size = sum(lengths[i] for i in [*batch, index])
        full = size > max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
