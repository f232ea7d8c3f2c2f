"""Your code cuts a full batch to a multiple of eight sentences and hands on the rest. A batch ends only where the next sentence no longer fits."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for index in sorted(range(len(lengths)), key=lengths.__getitem__):
        while batch and (len(batch) + 1) * lengths[index] > max_tokens:
            full = len(batch) // 8 * 8 or len(batch)
            batches.append(batch[:full])
            batch = batch[full:]
        batch.append(index)
    return [*batches, batch] if batch else batches
