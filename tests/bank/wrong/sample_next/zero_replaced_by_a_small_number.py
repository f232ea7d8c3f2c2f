"""Your code divides by a tiny temperature in place of 0, and draws. Temperature 0 is argmax."""

import math

import torch
import math, copy


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    temperature = temperature + 1e-2
    vocab_size = logits.size(-1)
    if top_k is not None and top_k < vocab_size:
        threshold = logits.topk(top_k, dim=-1).values[:, -1:]
        logits = logits.masked_fill(logits < threshold, -math.inf)
    return torch.multinomial((logits / temperature).softmax(-1), num_samples=1, generator=generator)[:, 0]
