"""Your code chooses the tokens without the generator: every draw has to come from it, or a run cannot be repeated."""

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    inputs, labels = tokens.long().clone(), tokens.long().clone()
    matrix = torch.full(labels.shape, float(probability))
    for special in special_ids:
        matrix.masked_fill_(labels == special, value=0.0)
    masked = torch.bernoulli(matrix).bool()
    labels[~masked] = -100

    replaced = torch.bernoulli(torch.full(labels.shape, 0.8), generator=generator).bool() & masked
    inputs[replaced] = mask_id

    random = torch.bernoulli(torch.full(labels.shape, 0.5), generator=generator).bool() & masked & ~replaced
    words = torch.randint(vocab_size, labels.shape, dtype=torch.long, generator=generator)
    inputs[random] = words[random]
    return inputs, labels
