"""Your code returns places in the sorted list, not in the list it was given. Sort the indices, not the lengths."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = range(len(lengths))
    for index in order:
        count = len(batch) + 1
        longest = sorted(lengths)[index]
        size = count * longest
        full = size > max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
