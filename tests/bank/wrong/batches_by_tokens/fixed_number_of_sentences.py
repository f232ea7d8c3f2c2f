"""Your code puts the same number of sentences into every batch. Count padded tokens, so that a batch of short sentences holds more of them."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) + 1) * max(lengths) > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
