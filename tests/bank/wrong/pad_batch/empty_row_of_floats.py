"""`torch.tensor([])` holds floating-point numbers, so a batch that begins with an empty sequence becomes one of those; give each row `dtype=torch.long`."""

import torch
from torch.nn.utils.rnn import pad_sequence


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequences")
    return pad_sequence([torch.tensor(ids) for ids in sequences], batch_first=True, padding_value=pad_id)
