"""Your random words do not come from `generator`; pass it to that draw too (`randint_like` takes one only in newer versions of torch)."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape)
    inputs = torch.where(chosen & (what < 0.9), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.8), mask_id), labels
