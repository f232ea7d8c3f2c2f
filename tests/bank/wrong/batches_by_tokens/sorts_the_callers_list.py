"""The batches are right, but your code changes the list of lengths that it was given (`sort`, say); `sorted` makes a new one."""


def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    order = sorted(range(len(lengths)), key=list(lengths).__getitem__)
    lengths.sort()
    where = {i: n for n, i in enumerate(order)}
    for i in order:
        if batch and lengths[where[i]] * (len(batch) + 1) > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(i)
    if batch:
        batches.append(batch)
    return batches
