"""Your code pads to the longest sequence of all calls so far, which a default value or a global remembers. Only the longest of this call counts."""

import torch


def pad_batch(sequences, pad_id=0, seen=[0]):
    if not sequences:
        raise ValueError("no sequence")
    seen[0] = max(seen[0], *(len(ids) for ids in sequences))
    longest = seen[0]
    rows = [ids + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
