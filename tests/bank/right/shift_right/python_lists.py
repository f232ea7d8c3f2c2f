import torch


def shift_right(targets, bos_id=1):
    rows = [[bos_id] + row[:-1] for row in targets.tolist()]
    return torch.tensor(rows)
