"""Your code puts a random word for 80% of the chosen tokens and the mask for 10%; it is the other way round."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.8), words, tokens)
    return inputs.masked_fill(chosen & (what >= 0.9), mask_id), labels
