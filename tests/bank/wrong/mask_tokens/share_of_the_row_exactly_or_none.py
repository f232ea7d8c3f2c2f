"""Your code chooses an exact number of tokens in every row; each should be chosen on its own, so that the number varies."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    order = chance.masked_fill(~ordinary, 2.0).argsort(dim=1).argsort(dim=1)
    chosen = ordinary & (order < round(probability * tokens.shape[1]))
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.9), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.8), mask_id), labels
