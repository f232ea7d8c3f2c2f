"""Your count leaves the biases out: each of the four layers has d_model of them."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights
    layers = 4
    count = layers * one_layer
    return count
