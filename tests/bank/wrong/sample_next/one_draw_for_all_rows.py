"""All rows are drawn with the same random number, so equal rows get equal tokens; each row needs a draw of its own."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    if top_k is not None and top_k < logits.shape[-1]:
        lowest = logits.topk(top_k).values[:, -1:]
        logits = logits.masked_fill(logits < lowest, -torch.inf)
    shares = torch.softmax(logits / temperature, dim=-1)
    u = torch.rand(1, generator=generator)
    return (shares.cumsum(-1) < u).sum(-1).clamp(max=logits.shape[-1] - 1)
