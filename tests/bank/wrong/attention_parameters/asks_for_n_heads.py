"""Your function wants a second argument. d_model is enough: the count does not depend on the number of heads."""


def attention_parameters(d_model, n_heads):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    return count
