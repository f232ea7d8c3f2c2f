"""Your code finds a sentence by its length (`lengths.index`), which gives the first one again for every other sentence of that length. Sort the indices themselves."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = [lengths.index(length) for length in sorted(lengths)]
    for index in order:
        count = len(batch) + 1
        longest = lengths[index]
        size = count * longest
        full = size > max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
