"""Your code puts the sentence that no longer fits into the old batch and into the new one. It belongs in the new one only."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        batch.append(i)
        if len(batch) > 1 and len(batch) * lengths[i] > max_tokens:
            batches.append(batch)
            batch = [i]
    if batch:
        batches.append(batch)
    return batches
