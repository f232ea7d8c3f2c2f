"""Your count gives biases to two layers only; all four layers have one."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    layers = 4
    count = layers * weights + 2 * biases
    return count
