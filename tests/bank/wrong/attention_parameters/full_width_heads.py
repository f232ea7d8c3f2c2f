"""Your count gives each of 8 heads matrices of d_model by d_model; the heads share d_model among them, so their number does not matter."""


def attention_parameters(d_model):
    return 8 * 3 * (d_model**2 + d_model) + d_model**2 + d_model
