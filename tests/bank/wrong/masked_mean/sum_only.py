"""Your code sums the real words but does not divide by how many there are."""


def masked_mean(x, mask):
    return (x * mask.unsqueeze(-1)).sum(1)
