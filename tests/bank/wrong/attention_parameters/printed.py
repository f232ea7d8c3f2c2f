"""Your function returns None: computing the count, or printing it, is not enough. Hand it back with `return`."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    print(count)
