"""Your code raises where one sentence alone is longer than max_tokens. It gets a batch of its own."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for index in order:
        if lengths[index] > max_tokens:
            raise ValueError("too long")
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
