import torch


def decoder_mask(tokens, pad_id=0):
    batch, time = tokens.shape
    mask = torch.zeros(batch, time, time, dtype=torch.bool)
    for b in range(batch):
        for i in range(time):
            for j in range(i + 1):
                mask[b, i, j] = tokens[b, j] != pad_id
    return mask
