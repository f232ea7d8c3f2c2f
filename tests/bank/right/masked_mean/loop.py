import torch


def masked_mean(x, mask):
    rows = []
    for row, kept in zip(x, mask):
        rows.append(row[kept].mean(dim=0) if kept.any() else torch.zeros_like(row[0]))
    return torch.stack(rows)
