"""Your code returns the lengths themselves; it should return their places in the list, so that the sentences can be found."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) + 1) * lengths[index] > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(lengths[index])
    if batch:
        batches.append(batch)
    return batches
