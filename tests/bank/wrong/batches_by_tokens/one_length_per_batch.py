"""Your code lets only sentences of exactly the same length share a batch; similar ones may too, as long as the padded size fits."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) + 1) * lengths[index] > max_tokens or (batch and lengths[index] != lengths[batch[-1]]):
            batches.append(batch)
            batch = []
        batch.append(index)
    if batch:
        batches.append(batch)
    return batches
