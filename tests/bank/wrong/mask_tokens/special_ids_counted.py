"""Your code takes the first ids for special, as many as there are special ones. Ask whether an id is in special_ids: `torch.isin`."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = tokens < len(special_ids)
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    how = torch.randint(10, tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (how < 8), mask_id, tokens)
    inputs = torch.where(chosen & (how == 8), words, inputs)
    return inputs, torch.where(chosen, tokens, -100)
