"""The result is right, but your code writes into the tokens that it was given; work on a copy."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    tokens[chosen & (what < 0.9)] = words[chosen & (what < 0.9)]
    tokens[chosen & (what < 0.8)] = mask_id
    return tokens, labels
