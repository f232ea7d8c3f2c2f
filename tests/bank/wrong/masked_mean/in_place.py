"""The result is right, but your code writes into the words it was given; the caller still needs them. Work on a new tensor."""


def masked_mean(x, mask):
    x.data.masked_fill_(~mask.unsqueeze(-1), 0)
    return x.sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
