"""Your count has 2 * d_model bias numbers, as when only two layers have a bias, or w_q, w_k and w_v share one. Each of the four layers has a bias of its own."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    layers = 4
    count = layers * weights + 2 * biases
    return count
