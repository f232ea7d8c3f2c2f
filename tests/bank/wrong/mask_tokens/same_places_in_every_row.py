"""Your code draws once for all rows, so the same places are chosen in every sentence; draw a number for every token."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape[-1], generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    chosen = chosen.expand(tokens.shape)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.9), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.8), mask_id), labels
