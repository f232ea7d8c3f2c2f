"""Where no gradient is recorded your code writes zeros into the x it was given; the caller still needs it. masked_fill without the final _ makes a new tensor."""

def masked_mean(x, mask):
    hidden = ~mask.unsqueeze(-1)
    x = x.masked_fill(hidden, 0) if x.requires_grad else x.masked_fill_(hidden, 0)
    return x.sum(1) / mask.sum(1, keepdim=True).clamp(min=1).to(x.dtype)
