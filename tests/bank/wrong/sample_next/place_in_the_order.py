"""Your code returns a place among the sorted tokens; look up which token stands there."""

import torch

def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return torch.topk(logits, 1).indices[:, 0]
    values, indices = logits.sort(dim=-1, descending=True)
    values, indices = values[:, :top_k], indices[:, :top_k]
    p = ((values - values[:, :1]) / temperature).softmax(-1)
    return p.multinomial(num_samples=1, generator=generator)[:, 0]
