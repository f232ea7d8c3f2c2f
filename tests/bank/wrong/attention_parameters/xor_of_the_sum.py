"""In Python `^` is not a power (it compares bits), and `+` comes before it; write `**`."""


def attention_parameters(d_model):
    one_layer = d_model ^ 2 + d_model
    layers = 4
    count = layers * one_layer
    return count
