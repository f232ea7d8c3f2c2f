"""Your code limits the input to a range (to 50 on either side, say) before exp, so scores beyond it all count the same, and -inf gets a share. Subtract each slice's largest number instead; then nothing needs a limit."""

import torch


def softmax(x, dim=-1):
    e = torch.exp(x.clamp(-50, 50))
    return e / e.sum(dim=dim, keepdim=True)
