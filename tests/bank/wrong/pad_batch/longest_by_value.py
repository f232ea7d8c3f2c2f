"""`max(sequences)` compares the ids, not the lengths: it gives the list with the largest first id. Compare lengths."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequences")
    longest = len(max(sequences))
    rows = [(ids + [pad_id] * longest)[:longest] for ids in sequences]
    return torch.tensor(rows, dtype=torch.long)
