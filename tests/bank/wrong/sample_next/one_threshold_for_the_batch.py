"""Your top_k takes one threshold for all rows, as when it is the k-th logit of the first row or the smallest of the batch, so some rows do not keep exactly k tokens. Each row has its own k largest."""

import math

import torch
import math, copy


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0.0:
        return logits.max(-1).indices
    vocab_size = logits.size(-1)
    if top_k is not None and top_k < vocab_size:
        threshold = logits.topk(top_k, dim=-1).values[:, -1].min()
        logits = logits.masked_fill(logits < threshold, -math.inf)
    return torch.multinomial((logits / temperature).softmax(-1), num_samples=1, generator=generator)[:, 0]
