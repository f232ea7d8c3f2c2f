"""Your code looks sentences up by their length in a dict, which keeps one index for each length: of several equally long sentences all but one are lost. Sort the indices themselves."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    where = {length: index for index, length in enumerate(lengths)}
    order = [where[length] for length in sorted(where)]
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
