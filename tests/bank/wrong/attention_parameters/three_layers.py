"""Your count has three layers; there are four, w_o too."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 3
    count = layers * one_layer
    return count
