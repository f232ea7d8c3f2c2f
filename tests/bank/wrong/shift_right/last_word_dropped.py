"""Your code takes out the last word of each sentence. What is dropped is the last column."""

import torch


def shift_right(targets, bos_id=1):
    rows = []
    for row in targets.tolist():
        n = max([i for i, t in enumerate(row) if t != 0], default=0)
        rows.append([bos_id] + row[:n] + row[n + 1:])
    return torch.tensor(rows)
