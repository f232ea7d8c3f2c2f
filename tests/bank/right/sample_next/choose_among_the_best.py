import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    """Draw a place among the best, then look up whose place it is."""
    k = logits.shape[-1] if top_k is None else min(top_k, logits.shape[-1])
    best, ids = logits.topk(k, dim=-1)
    if not temperature:
        return ids[:, 0]
    place = torch.multinomial((best / temperature).softmax(-1), 1, generator=generator)
    return ids.gather(-1, place).squeeze(1)
