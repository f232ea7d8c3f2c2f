"""Your mask lets each token see the one after it, which is exactly the word it must learn to predict."""

import torch


def decoder_mask(tokens, pad_id=0):
    return padding_mask(tokens, pad_id) & torch.ones(tokens.shape[1], tokens.shape[1], dtype=torch.bool).tril(1)
