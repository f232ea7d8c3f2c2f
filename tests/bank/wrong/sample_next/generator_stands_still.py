"""Your code draws from torch's own chance, seeded anew by the generator, which never moves on: a second call gives the same tokens. Pass the generator to the call that draws."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(-1)
    if generator is not None:
        torch.manual_seed(generator.initial_seed())
    if top_k is not None and top_k < logits.size(-1):
        logits = logits.masked_fill(logits < logits.topk(top_k).values[:, -1:], -torch.inf)
    return torch.distributions.Categorical(logits=logits / temperature).sample()
