"""Your code sums the right words but divides by the length of the whole row; divide by the number of real words."""


def masked_mean(x, mask):
    return (x * mask.unsqueeze(-1)).mean(dim=1)
