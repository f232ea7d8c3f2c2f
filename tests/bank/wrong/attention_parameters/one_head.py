"""Your count is that of one head of eight; all heads together fill the four d_model by d_model matrices."""


def attention_parameters(d_model):
    weights = d_model * (d_model // 8)
    biases = d_model // 8
    one_layer = weights + biases
    layers = 4
    count = layers * one_layer
    return count
