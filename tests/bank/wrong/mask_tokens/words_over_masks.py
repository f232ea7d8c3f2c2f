"""Your random words also fall on tokens that are masked already, half of them; only those that are chosen and not masked may get one."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = tokens.masked_fill(chosen & (what < 0.8), mask_id)
    other = torch.rand(tokens.shape, generator=generator)
    return torch.where(chosen & (other < 0.5), words, inputs), labels
