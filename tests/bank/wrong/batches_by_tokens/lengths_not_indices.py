"""Your code returns the lengths themselves; it should return their places in the list, so that the sentences can be found."""


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
            batches.append(batch)
            batch = []
        batch.append(lengths[index])
    if batch:
        batches.append(batch)
    return batches
