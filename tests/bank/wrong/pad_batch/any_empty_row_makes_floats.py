"""`torch.tensor([])` holds floating-point numbers, and one such row turns the whole batch into them. Give each row `dtype=torch.long`."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [torch.cat([torch.tensor(ids), torch.full((longest - len(ids),), pad_id)]) for ids in sequences]
    return torch.stack(rows)
