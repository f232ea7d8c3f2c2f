"""Your padding stands before the ids, and it is 0 whatever `pad_id` says. Put `pad_id` behind the ids."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max((len(ids) for ids in sequences))
    rows = [[0] * (longest - len(ids)) + ids for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
