"""Your code returns a list of lists. Make a tensor of it: torch.tensor(...)."""


def causal_mask(length):
    return [[j <= i for j in range(length)] for i in range(length)]
