"""Your random words come from a part of the vocabulary only; draw from 0 to vocab_size - 1."""

import torch

def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids), dtype=tokens.dtype))
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    labels = tokens.masked_fill(~chosen, -100)
    dice = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(0, vocab_size // 2, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (dice < 0.8), mask_id, tokens)
    inputs = torch.where(chosen & (dice >= 0.8) & (dice < 0.9), words, inputs)
    return inputs, labels
