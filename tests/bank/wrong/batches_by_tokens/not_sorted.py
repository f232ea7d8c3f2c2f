"""Your code takes the sentences in the order in which they come, so long and short ones share a batch and much is padded. Sort the indices by length first."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in range(len(lengths)):
        if batch and (len(batch) + 1) * max(lengths[i] for i in [*batch, index]) > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
