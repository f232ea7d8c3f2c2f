"""Your code divides each sentence by the number of tokens of the longest. Each has its own count."""


def mean_pool(hidden, mask):
    n = int(mask.sum(1).max())
    return (hidden * mask.unsqueeze(-1)).sum(1) / n
