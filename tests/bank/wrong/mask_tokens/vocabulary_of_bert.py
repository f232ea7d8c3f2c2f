"""Your random words come from a vocabulary of another size (BERT's has 30,522 words). Draw ids below vocab_size."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    special = torch.zeros_like(tokens, dtype=torch.bool)
    for one in special_ids:
        special |= tokens == one
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    labels = torch.where(chosen, tokens, torch.tensor(-100))
    u = torch.rand(tokens.shape, generator=generator)
    random_words = torch.randint(0, 30522, tokens.shape, generator=generator)
    inputs = tokens.clone()
    inputs[chosen & (u < 0.8)] = mask_id
    swap = chosen & (u >= 0.8) & (u < 0.9)
    inputs[swap] = random_words[swap]
    return inputs, labels
