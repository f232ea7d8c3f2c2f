"""Your code loses the sentence that no longer fits: it closes the batch and does not put that sentence into the next one."""


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
            continue
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
