"""Your count has three layers; there are four, w_o too."""


def attention_parameters(d_model):
    return 3 * (d_model**2 + d_model)
