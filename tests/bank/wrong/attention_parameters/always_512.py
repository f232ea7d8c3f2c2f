"""Your count is always that of the paper's d_model of 512; use the argument."""


def attention_parameters(d_model):
    d_model = 512
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    return count
