"""Your code never chooses tokens of id 0, though special_ids does not name them. Which tokens are special, only special_ids says."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor([*special_ids, 0]))
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    fate = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = tokens.masked_fill(chosen & (fate < 0.8), mask_id)
    inputs = torch.where(chosen & (fate >= 0.8) & (fate < 0.9), words, inputs)
    return inputs, tokens.masked_fill(~chosen, -100)
