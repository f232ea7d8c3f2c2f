"""Your code closes a batch that is still empty when the first sentence that it takes is longer than max_tokens. Let an empty batch take any sentence."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for index in order:
        count = len(batch) + 1
        longest = lengths[index]
        size = count * longest
        full = size > max_tokens
        if full:
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
