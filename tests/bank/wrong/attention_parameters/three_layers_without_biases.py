"""Your count has three matrices and no biases; there are four layers, w_o too, each with d_model biases."""


def attention_parameters(d_model):
    return 3 * d_model**2
