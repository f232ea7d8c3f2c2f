import random

import torch


def batches_by_tokens(lengths, max_tokens):
    order = torch.argsort(torch.tensor(lengths)).tolist()
    batches = [[]]
    for i in order:
        if batches[-1] and (1 + len(batches[-1])) * lengths[i] > max_tokens:
            batches.append([])
        batches[-1].append(i)
    random.shuffle(batches)
    return batches
