import torch


def shares_of(row, allowed):
    shares = torch.zeros_like(row)
    if allowed.any():
        places = allowed.nonzero().squeeze(-1)
        shares = shares.index_put((places,), torch.softmax(row[places], dim=0))
    return shares


def attention_weights(scores, mask=None):
    mask = torch.tensor(True) if mask is None else mask
    mask = torch.broadcast_to(mask, scores.shape).reshape(-1, scores.shape[-1])
    rows = [shares_of(*pair) for pair in zip(scores.reshape(-1, scores.shape[-1]), mask)]
    return torch.stack(rows).reshape(scores.shape)
