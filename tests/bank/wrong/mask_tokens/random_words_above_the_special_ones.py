"""Your random words begin above the largest special id. Special ids may stand anywhere: draw from the whole vocabulary."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    ids = torch.tensor(sorted(special_ids), dtype=torch.long)
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~torch.isin(tokens, ids)
    low = min(int(ids.max()) + 1, vocab_size - 1) if len(ids) else 0
    words = torch.randint(low, vocab_size, tokens.shape, generator=generator)
    what = torch.rand(tokens.shape, generator=generator)
    inputs = torch.where(chosen & (what < 0.8), mask_id, tokens)
    inputs = torch.where(chosen & (what >= 0.8) & (what < 0.9), words, inputs)
    return inputs, torch.where(chosen, tokens, -100)
