"""Your code prints the count and returns None; return it."""


def attention_parameters(d_model):
    print(4 * (d_model**2 + d_model))
