"""Your code cuts all sequences to the shortest; pad them to the longest instead, so that no id is lost."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = min(len(ids) for ids in sequences)
    rows = [ids[:longest] + [pad_id] * (longest - len(ids)) for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
