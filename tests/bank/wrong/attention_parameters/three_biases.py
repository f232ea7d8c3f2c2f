"""Your count has the biases of three layers; all four have one, w_o and w_k too."""


def attention_parameters(d_model):
    return 4 * d_model**2 + 3 * d_model
