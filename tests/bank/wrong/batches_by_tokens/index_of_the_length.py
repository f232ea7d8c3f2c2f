"""Your code finds a sentence by its length (`lengths.index`), which gives the first one again for every other sentence of that length. Sort the indices themselves."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for length in sorted(lengths):
        if batch and (len(batch) + 1) * length > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(lengths.index(length))
    if batch:
        batches.append(batch)
    return batches
