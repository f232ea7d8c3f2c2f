"""Where there are four sides your code exchanges heads and queries: leading sides stay where they are."""


def weighted_sum(weights, v):
    out = weights @ v
    return out.transpose(1, 2) if out.dim() == 4 else out
