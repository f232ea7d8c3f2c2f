"""Your count leaves the biases out: each of the four layers has d_model of them."""


def attention_parameters(d_model):
    return 4 * d_model**2
