"""With no sequence at all your code raises nothing; it should raise a ValueError."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        return torch.zeros(0, 0, dtype=torch.long)
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
