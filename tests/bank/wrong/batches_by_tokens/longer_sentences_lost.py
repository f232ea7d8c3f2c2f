"""Your code leaves out sentences longer than max_tokens; each of them should be a batch of its own."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if lengths[index] > max_tokens:
            continue
        if batch and (len(batch) + 1) * lengths[index] > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
