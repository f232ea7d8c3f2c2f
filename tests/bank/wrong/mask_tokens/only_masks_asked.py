"""Your labels are -100 also where a chosen token became a random word or stays as it is; every chosen token is asked for."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.9), words, tokens)
    inputs = inputs.masked_fill(chosen & (what < 0.8), mask_id)
    return inputs, tokens.masked_fill(inputs != mask_id, -100)
