import torch
from torch import nn


class Smoothed(nn.Module):
    def __init__(self, pad, eps):
        super().__init__()
        self.pad, self.eps = pad, eps

    def forward(self, logits, targets):
        lp = logits.log_softmax(-1)
        q = torch.full_like(lp, self.eps / lp.shape[-1])
        q.scatter_add_(-1, targets[..., None], torch.full_like(targets[..., None], 1 - self.eps, dtype=lp.dtype))
        per_token = torch.einsum("...v,...v->...", q, -lp).masked_fill(targets == self.pad, 0.0)
        return per_token.sum() / (targets != self.pad).sum()


def label_smoothed_loss(logits, targets, pad_id=0, smoothing=0.1):
    return Smoothed(pad_id, smoothing)(logits, targets)
