"""Your count is four times too large: the four layers are counted twice, or it is in bytes, four for each number of float32. Count each number once."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer * 4
    return count
