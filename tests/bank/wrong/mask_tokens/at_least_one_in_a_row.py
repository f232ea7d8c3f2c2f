"""Your code chooses at least one token in every row. Each token is chosen by chance alone, so a row may have none."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids), dtype=torch.long))
    luck = torch.rand(tokens.shape, generator=generator).masked_fill(special, 9.0)
    chosen = luck < probability
    forced = torch.zeros_like(chosen).scatter(1, luck.argmin(1, keepdim=True), True) & ~special
    chosen = chosen | (forced & ~chosen.any(1, keepdim=True))
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = tokens.masked_fill(chosen & (what < 0.8), mask_id)
    inputs = torch.where(chosen & (what >= 0.8) & (what < 0.9), words, inputs)
    return inputs, tokens.masked_fill(~chosen, -100)
