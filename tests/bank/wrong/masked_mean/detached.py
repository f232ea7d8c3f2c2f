"""The values are right, but no gradient flows back: look for `.detach()`, `.data`, `.item()`, numpy or no_grad."""


def masked_mean(x, mask):
    kept = mask.unsqueeze(-1).to(x.dtype)
    return (x.detach() * kept).sum(1) / kept.sum(1).clamp(min=1)
