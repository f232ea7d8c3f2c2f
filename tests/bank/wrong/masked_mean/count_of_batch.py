"""Your code divides every row by the number of real words in the whole batch; count along time, row by row."""


def masked_mean(x, mask):
    return (x * mask.unsqueeze(-1)).sum(1) / mask.sum().clamp(min=1)
