"""Your code takes the sentences in the order in which they come, so long and short ones share a batch and much is padded. Sort the indices by length first."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = range(len(lengths))
    for index in order:
        count = len(batch) + 1
        longest = max(lengths[i] for i in [*batch, index])
        size = count * longest
        full = size > max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
