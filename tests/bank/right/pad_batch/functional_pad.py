import torch
import torch.nn.functional as F


class EmptyBatch(ValueError):
    pass


def pad_batch(sequences, pad_id=0):
    lengths = [len(s) for s in sequences]
    if not lengths:
        raise EmptyBatch("nothing to pad")
    rows = [torch.as_tensor(s, dtype=torch.int64) for s in sequences]
    return torch.stack([F.pad(r, (0, max(lengths) - n), value=pad_id) for r, n in zip(rows, lengths)])
