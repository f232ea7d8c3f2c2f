"""Your code draws anew for the tokens that are not masked and compares with 0.9 again: 18% of the chosen ones get a random word and 2% stay. Compare the first draw, or the new one with 0.5."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand(tokens.shape, generator=generator)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    other = torch.rand(tokens.shape, generator=generator)
    inputs = torch.where(chosen & (other < 0.9), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.8), mask_id), labels
