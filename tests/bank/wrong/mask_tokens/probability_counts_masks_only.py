"""Your code chooses only 80% as many tokens as it should, and none of them stays as it is; `probability` counts all that are chosen, masked, replaced or kept."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < 0.8 * probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 1.1), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.9), mask_id), labels
