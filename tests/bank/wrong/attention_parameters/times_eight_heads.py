"""Your count multiplies by 8 heads; the heads share d_model among them, so their number does not matter."""


def attention_parameters(d_model):
    return 8 * 4 * (d_model**2 + d_model)
