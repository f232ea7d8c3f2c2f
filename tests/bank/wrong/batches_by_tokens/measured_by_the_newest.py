"""Your code takes the sentences as they come and measures a batch by the newest one, so a longer one before it is not counted. Sort by length first; then the newest is the longest."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = range(len(lengths))
    for index in order:
        count = len(batch) + 1
        longest = lengths[index]
        size = count * longest
        full = size > max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
