"""Your code takes every id up to the largest of special_ids for special. The list may have gaps, and ids between them are ordinary words: ask whether an id is in the list."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.zeros_like(tokens, dtype=torch.bool)
    special |= tokens <= max(special_ids)
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    labels = torch.where(chosen, tokens, torch.tensor(-100))
    u = torch.rand(tokens.shape, generator=generator)
    random_words = torch.randint(0, vocab_size, tokens.shape, generator=generator)
    inputs = tokens.clone()
    inputs[chosen & (u < 0.8)] = mask_id
    swap = chosen & (u >= 0.8) & (u < 0.9)
    inputs[swap] = random_words[swap]
    return inputs, labels
