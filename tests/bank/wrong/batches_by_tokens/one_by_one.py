"""Your code makes a batch of every single sentence; neighbours that fit together should share one."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
