"""Your code raises where one sentence alone is longer than max_tokens. It gets a batch of its own."""


def batches_by_tokens(lengths, max_tokens):
    out = []
    for i in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if lengths[i] > max_tokens:
            raise ValueError('too long')
        if out and (len(out[-1]) + 1) * lengths[i] <= max_tokens:
            out[-1].append(i)
        else:
            out.append([i])
    return out
