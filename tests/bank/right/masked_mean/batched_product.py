import torch


def masked_mean(x, mask):
    kept = mask.to(x.dtype).unsqueeze(1)  # (batch, 1, time)
    return torch.bmm(kept, x).squeeze(1) / kept.sum(dim=-1).clamp(min=1)
