"""Your code keeps its list in a default argument, which outlives the call, so later calls return earlier batches too. Make the list inside."""

def batches_by_tokens(lengths, max_tokens, batches=[]):
    batch = []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) + 1) * lengths[i] > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(i)
    if batch:
        batches.append(batch)
    return list(batches)
