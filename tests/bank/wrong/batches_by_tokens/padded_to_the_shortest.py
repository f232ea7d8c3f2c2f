"""Your code multiplies by the first sentence of the batch, which is its shortest; padding goes to the longest, the one that has just come."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for index in order:
        count = len(batch) + 1
        longest = lengths[batch[0]] if batch else 0
        size = count * longest
        full = size > max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
