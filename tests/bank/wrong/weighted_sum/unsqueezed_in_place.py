"""`weights.unsqueeze_(-1)` gives the caller's own tensor a side more: `unsqueeze`, without the underscore, makes a new one."""

def weighted_sum(weights, v):
    weights.data.unsqueeze_(-1)
    return (weights * v.unsqueeze(-3)).sum(dim=-2)
