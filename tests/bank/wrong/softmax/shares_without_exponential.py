"""Your code divides the numbers by their sum without exponentiating them first; negative numbers then give negative shares."""


def softmax(x, dim=-1):
    return x / x.sum(dim, keepdim=True)
