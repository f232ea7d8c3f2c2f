import torch
from torch.nn.utils.rnn import pad_sequence


def pad_batch(sequences, pad_id=0):
    if len(sequences) == 0:
        raise ValueError("need at least one sequence")
    return pad_sequence([torch.tensor(s).long() for s in sequences], batch_first=True, padding_value=pad_id)
