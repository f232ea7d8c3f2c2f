"""Your count has the biases of three layers; all four have one, w_o and w_k too."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    layers = 4
    count = layers * weights + 3 * biases
    return count
