"""Your code sets the generator back to its seed in every call, so every batch gets the same gaps. Draw from it as it comes; who wants the same again seeds it outside."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    generator = torch.Generator() if generator is None else generator
    generator.manual_seed(generator.initial_seed())
    special = torch.zeros_like(tokens, dtype=torch.bool)
    for one in special_ids:
        special |= tokens == one
    chosen = (torch.rand(tokens.shape, generator=generator) < probability) & ~special
    labels = torch.where(chosen, tokens, torch.tensor(-100))
    u = torch.rand(tokens.shape, generator=generator)
    random_words = torch.randint(0, vocab_size, tokens.shape, generator=generator)
    inputs = tokens.clone()
    inputs[chosen & (u < 0.8)] = mask_id
    swap = chosen & (u >= 0.8) & (u < 0.9)
    inputs[swap] = random_words[swap]
    return inputs, labels
