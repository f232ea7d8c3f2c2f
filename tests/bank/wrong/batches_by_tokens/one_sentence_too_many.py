"""Your code tests the size before the new sentence is counted, so a batch can hold one sentence too many. Ask whether it would still fit with the new one."""

def batches_by_tokens(lengths, max_tokens):
    result = []
    batch = []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and len(batch) * lengths[i] >= max_tokens + lengths[i]:
            result.append(batch)
            batch = []
        batch.append(i)
    if batch:
        result.append(batch)
    return result
