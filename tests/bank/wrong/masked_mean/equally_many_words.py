"""Your code reshapes the real words of the whole batch, as if each sentence had equally many. Count them row by row."""


def masked_mean(x, mask):
    if not mask.any():
        return x.new_zeros(x.shape[0], x.shape[2])
    real = x[mask].reshape(x.shape[0], -1, x.shape[2])
    return real.mean(dim=1)
