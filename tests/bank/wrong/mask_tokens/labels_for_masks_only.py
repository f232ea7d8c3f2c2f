"""Your labels are set only where the mask token stands. Every chosen token is asked for, also those that became another word or stayed."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~torch.isin(tokens, torch.tensor(special_ids))
    fate = torch.rand(tokens.shape, generator=generator)
    hidden = chosen & (fate < 0.8)
    swapped = chosen & (fate > 0.9)
    inputs = tokens.clone()
    inputs[hidden] = mask_id
    inputs[swapped] = torch.randint(0, vocab_size, tokens.shape, generator=generator)[swapped]
    labels = torch.where(hidden, tokens, -100)
    return inputs, labels
