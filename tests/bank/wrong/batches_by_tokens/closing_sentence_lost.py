"""Your code loses the sentence that no longer fits: it closes the batch and does not put that sentence into the next one."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) + 1) * lengths[index] > max_tokens:
            batches.append(batch)
            batch = []
        else:
            batch.append(index)
    if batch:
        batches.append(batch)
    return batches
