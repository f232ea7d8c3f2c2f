"""With temperature 0 your code always returns token 0; take the one with the largest logit."""

import torch
import torch.nn.functional as F

def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return torch.zeros(len(logits), dtype=torch.long)
    logits = logits / temperature
    if top_k is not None:
        k = min(top_k, logits.shape[-1])
        floor = logits.topk(k, dim=-1).values[:, -1:]
        logits = torch.where(logits < floor, float("-inf"), logits)
    return torch.multinomial(F.softmax(logits, dim=-1), 1, generator=generator).squeeze(-1)
