"""Your code picks out the real words of all rows together and averages them to one vector; every row has its own mean."""


def masked_mean(x, mask):
    return x[mask].mean(dim=0)
