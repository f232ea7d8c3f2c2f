"""Your code closes a batch only when it has reached max_tokens or passed it, with the sentence that was too much inside. Ask before you add."""


def batches_by_tokens(lengths, max_tokens):
    batches = []
    batch = []
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for index in order:
        batch.append(index)
        count = len(batch)
        longest = lengths[index]
        size = count * longest
        full = size >= max_tokens
        if batch and full:
            batches.append(batch)
            batch = []
    if batch:
        batches.append(batch)
    return batches
