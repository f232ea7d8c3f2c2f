"""Your code compares shares with the k-th logit, a number of another kind, so the wrong tokens are kept. Take logits and threshold from the same tensor."""

import torch
import torch.nn.functional as F


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    best = logits.argmax(dim=-1)
    if temperature == 0:
        return best
    shares = torch.softmax(logits / temperature, dim=-1)
    if top_k is not None and top_k < logits.shape[-1]:
        lowest = logits.topk(top_k).values[:, -1:]
        shares = shares * (shares >= lowest)
        empty = shares.sum(-1) == 0
        shares[empty] = F.one_hot(best[empty], logits.shape[-1]).to(shares.dtype)
    return torch.multinomial(shares, 1, generator=generator).squeeze(-1)
