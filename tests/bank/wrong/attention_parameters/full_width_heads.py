"""Your count gives each of 8 heads matrices of d_model by d_model; the heads share d_model among them, so their number does not matter."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 8 * 3 + 1
    count = layers * one_layer
    return count
