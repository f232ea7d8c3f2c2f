"""Your code adds up the lengths, but every sentence is padded to the longest in its batch. Count sentences times the longest."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for i in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if batch and sum(lengths[j] for j in batch) + lengths[i] > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(i)
    if batch:
        batches.append(batch)
    return batches
