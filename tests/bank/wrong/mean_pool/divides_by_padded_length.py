"""Your code sums the real tokens but divides by the padded length; divide by the number of real ones."""

def mean_pool(hidden, mask):
    return (hidden * mask.unsqueeze(-1)).mean(dim=1)
