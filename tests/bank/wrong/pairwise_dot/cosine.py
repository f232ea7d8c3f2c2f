"""Your code divides by the lengths of the vectors: that is the cosine. The dot product is not divided by anything."""


def pairwise_dot(x, y):
    x = x / x.norm(dim=-1, keepdim=True)
    y = y / y.norm(dim=-1, keepdim=True)
    return x @ y.transpose(-2, -1)
