"""Your labels are -100 where a chosen token stays as it is; it was chosen too, and is asked for."""

import torch

def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.isin(tokens, torch.tensor(list(special_ids), dtype=tokens.dtype))
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    dice = torch.rand(tokens.shape, generator=generator)
    labels = tokens.masked_fill(~(chosen & (dice < 0.9)), -100)
    words = torch.randint(0, vocab_size, tokens.shape, generator=generator)
    inputs = torch.where(chosen & (dice < 0.8), mask_id, tokens)
    inputs = torch.where(chosen & (dice >= 0.8) & (dice < 0.9), words, inputs)
    return inputs, labels
