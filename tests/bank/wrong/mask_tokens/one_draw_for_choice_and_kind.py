"""Your code decides with one draw which tokens are chosen and what becomes of them, so that all become the mask token. Draw again for the second question."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids)))
    u = torch.rand(tokens.shape, generator=generator)
    chosen = (u < probability) & ~special
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (u < 0.8), mask_id, tokens)
    inputs = torch.where(chosen & (u >= 0.9), words, inputs)
    return inputs, torch.where(chosen, tokens, -100)
