"""Your code replaces special tokens too, and only leaves them out of the labels. They stay as they are."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = torch.rand(tokens.shape, generator=generator) < probability
    how = torch.randint(10, tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (how < 8), mask_id, tokens)
    inputs = torch.where(chosen & (how == 8), words, inputs)
    return inputs, torch.where(chosen & ~special, tokens, -100)
