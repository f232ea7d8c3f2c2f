"""Your code closes a batch only when it has reached max_tokens or passed it, with the sentence that was too much inside. Ask before you add."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        batch.append(i)
        if len(batch) * lengths[i] >= max_tokens:
            batches.append(batch)
            batch = []
    if batch:
        batches.append(batch)
    return batches
