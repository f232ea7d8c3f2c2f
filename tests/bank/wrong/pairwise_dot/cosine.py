"""Your code divides by the lengths of the vectors: that is the cosine. The dot product is not divided by anything."""


def pairwise_dot(x, y):
    columns = y.transpose(-2, -1)
    products = x @ columns / x.norm(dim=-1, keepdim=True) / y.norm(dim=-1).unsqueeze(-2)
    return products
