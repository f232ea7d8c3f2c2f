"""Your count has two layers; there are four: w_q, w_k, w_v and w_o."""


def attention_parameters(d_model):
    return 2 * d_model ** 2 + 4 * d_model
