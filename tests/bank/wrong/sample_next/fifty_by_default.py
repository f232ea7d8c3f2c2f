"""Without top_k your code draws only from some of the most likely tokens, 50 say; its default is None, which means all."""

import torch
import torch.nn.functional as F

def sample_next(logits, temperature=1.0, top_k=50, generator=None):
    if temperature == 0:
        return logits.argmax(-1)
    logits = logits / temperature
    if top_k is not None:
        k = min(top_k, logits.shape[-1])
        floor = logits.topk(k, dim=-1).values[:, -1:]
        logits = torch.where(logits < floor, float("-inf"), logits)
    return torch.multinomial(F.softmax(logits, dim=-1), 1, generator=generator).squeeze(-1)
