import torch


def decoder_mask(tokens, pad_id=0):
    seen = (tokens != pad_id)[:, None].repeat(1, tokens.shape[-1], 1)
    return torch.tril(seen)
