"""Your code lets top_k be at most vocab_size - 1, so the least likely word never comes. Take the smaller of top_k and vocab_size."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(-1)
    if top_k is not None:
        k = max(1, min(top_k, logits.size(-1) - 1))
        logits = logits.masked_fill(logits < logits.topk(k).values[:, -1:], -torch.inf)
    return torch.multinomial(torch.softmax(logits / temperature, -1), 1, generator=generator).squeeze(-1)
