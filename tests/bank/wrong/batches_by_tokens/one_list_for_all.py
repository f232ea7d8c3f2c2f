"""Your code empties and refills one and the same list, so all batches are that one list in the end. Begin each batch with a new list."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batch and (len(batch) + 1) * lengths[i] > max_tokens:
            batches.append(batch)
            batch.clear()
        batch.append(i)
    if batch:
        batches.append(batch)
    return batches
