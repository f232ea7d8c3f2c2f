import random

import torch


def mask_tokens(tokens, mask_id, vocab_size, special_ids, probability=0.15, generator=None):
    """Python's own chance, seeded from the generator."""
    chance = random.Random(torch.randint(2**40, (1,), generator=generator).item())
    inputs, labels = tokens.clone(), torch.full_like(tokens, -100)
    flat, asked = inputs.view(-1), labels.view(-1)
    for place, token in enumerate(tokens.flatten().tolist()):
        if token not in special_ids and chance.random() < probability:
            asked[place] = token
            flat[place] = chance.choices((mask_id, chance.randrange(vocab_size), token), (8, 1, 1))[0]
    return inputs, labels
