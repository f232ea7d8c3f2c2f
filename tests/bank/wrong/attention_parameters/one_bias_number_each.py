"""Your count gives each layer a single bias number; a bias has d_model numbers, one for each output."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = 1
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    return count
