"""With a single sequence your result has lost the side of the batch; it always has two sides."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long).squeeze(0)
