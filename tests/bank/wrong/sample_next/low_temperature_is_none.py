"""Your code takes low temperatures for 0: only 0 itself means always the best token."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature < 0.5:
        return logits.argmax(dim=-1)
    if top_k is not None:
        k = min(top_k, logits.shape[-1])
        lowest = logits.topk(k, dim=-1).values[:, -1:]
        logits = logits.masked_fill(logits < lowest, -torch.inf)
    shares = torch.softmax(logits / temperature, dim=-1)
    return torch.multinomial(shares, 1, generator=generator).squeeze(-1)
