"""With no sequence at all your code fails an `assert`; a ValueError is asked, raised with `raise ValueError(...)`."""

import torch


def pad_batch(sequences, pad_id=0):
    assert sequences
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
