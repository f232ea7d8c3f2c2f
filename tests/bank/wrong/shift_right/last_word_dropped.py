"""Your code drops the last token of each sentence that is not padding. What is dropped is the last column, whatever stands there."""

import torch


def shift_right(targets, bos_id=1):
    first = targets[:, :1]
    bos = torch.full_like(first, bos_id)
    rows = []
    for row in targets.tolist():
        n = max([i for i, t in enumerate(row) if t != 0], default=0)
        rows.append(row[:n] + row[n + 1 :])
    kept = torch.tensor(rows, dtype=targets.dtype)
    shifted = torch.cat([bos, kept], dim=1)
    return shifted
