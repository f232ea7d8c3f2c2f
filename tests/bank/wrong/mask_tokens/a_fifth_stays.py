"""Your code never puts a random word: 80% of the chosen tokens become the mask, and the other 20% stay as they are. Half of those should become another word."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    return tokens.masked_fill(chosen & (what < 0.8), mask_id), labels
