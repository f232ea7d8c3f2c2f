"""Your `return` stands inside the loop, so the first sentence is the only one. Move it out of the loop."""

import torch


def padding_mask(tokens, pad_id=0):
    rows = []
    for sentence in tokens:
        rows.append(sentence != pad_id)
        return torch.stack(rows).unsqueeze(1)
