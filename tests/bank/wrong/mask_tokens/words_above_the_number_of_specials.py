"""The random word is drawn from the id len(special_ids) on, as if the special tokens were always the first ids. They may be any: draw from the whole vocabulary."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor([*special_ids]))
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    fate = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(len(special_ids), vocab_size, tokens.shape, generator=generator)
    inputs = tokens.masked_fill(chosen & (fate < 0.8), mask_id)
    inputs = torch.where(chosen & (fate >= 0.8) & (fate < 0.9), words, inputs)
    return inputs, tokens.masked_fill(~chosen, -100)
