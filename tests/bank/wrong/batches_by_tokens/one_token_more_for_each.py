"""Your code counts one token more for each sentence, as for eos. `lengths` are the lengths that count."""

def batches_by_tokens(lengths, max_tokens):
    batches, batch = [], []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        src_elements = (len(batch) + 1) * (lengths[i] + 1)
        if batch and src_elements > max_tokens:
            batches.append(batch)
            batch = []
        batch.append(i)
    if batch:
        batches.append(batch)
    return batches
