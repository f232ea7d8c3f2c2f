"""With no sequence at all your code raises another kind of error; a ValueError is asked."""

import torch


def pad_batch(sequences, pad_id=0):
    longest = len(sorted(sequences, key=len)[-1])
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
