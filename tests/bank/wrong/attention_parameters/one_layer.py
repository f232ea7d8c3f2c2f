"""Your count is that of one layer; there are four of this size."""


def attention_parameters(d_model):
    return d_model**2 + d_model
