import torch


def padding_mask(ids, pad_id=0):
    real = torch.where(ids == pad_id, torch.zeros_like(ids), torch.ones_like(ids))
    return real.bool()[:, torch.newaxis]
