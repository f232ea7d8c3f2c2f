"""Your code does not use top_k; only the k most likely tokens may be drawn."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    shares = torch.softmax(logits / temperature, dim=-1)
    return torch.multinomial(shares, 1, generator=generator).squeeze(-1)
