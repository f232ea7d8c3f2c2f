import numpy as np


def batches_by_tokens(lengths, max_tokens):
    order = np.argsort(lengths, kind="stable")
    batches, start = [], 0
    for end in range(1, len(order) + 1):
        if end == len(order) or lengths[order[end]] * (end + 1 - start) > max_tokens:
            batches.append(order[start:end].tolist())
            start = end
    return batches
