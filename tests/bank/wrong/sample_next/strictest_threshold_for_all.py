"""Your code takes the largest k-th logit of the batch as the threshold of every row, so most rows keep fewer than k tokens. Each row has a threshold of its own."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    if top_k is not None and top_k < logits.shape[-1]:
        lowest = logits.topk(top_k).values[:, -1:].max()
        lowest = torch.minimum(lowest, logits.amax(dim=-1, keepdim=True))
        logits = logits.masked_fill(logits < lowest, -torch.inf)
    shares = torch.softmax(logits / temperature, dim=-1)
    return torch.multinomial(shares, 1, generator=generator).squeeze(-1)
