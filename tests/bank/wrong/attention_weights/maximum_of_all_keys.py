"""Your code subtracts the maximum before it hides the forbidden scores. A large forbidden score then pushes all others to 0; hide first."""

import torch


def attention_weights(scores, mask=None):
    e = torch.exp(scores - scores.amax(-1, keepdim=True).detach())
    if mask is not None:
        e = e * mask
    s = e.sum(-1, keepdim=True)
    return e / s.masked_fill(s == 0, 1.0)
