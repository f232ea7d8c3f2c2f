"""The batches are right, but your code changes the list of lengths that it was given (`sort`, say); `sorted` makes a new one."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
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
    lengths.sort()
    return batches
