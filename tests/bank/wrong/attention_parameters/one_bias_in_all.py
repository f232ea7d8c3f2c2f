"""Your count has one bias vector; each of the four layers has one."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    layers = 4
    count = layers * weights + biases
    return count
