"""Your rows are all the same list, as `[row] * batch` makes them, so every row is overwritten by the next; make a new list for each."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequences")
    longest = max(len(ids) for ids in sequences)
    rows = [[pad_id] * longest] * len(sequences)
    for row, ids in zip(rows, sequences):
        row[: len(ids)] = ids
    return torch.tensor(rows, dtype=torch.long)
