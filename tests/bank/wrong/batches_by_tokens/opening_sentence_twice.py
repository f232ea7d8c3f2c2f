"""Your code puts the sentence that no longer fits into the old batch and into the new one. It belongs in the new one only."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for index in order:
        count = len(batch) + 1
        longest = lengths[index]
        size = count * longest
        full = size > max_tokens
        if batch and full:
            batches.append([*batch, index])
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
