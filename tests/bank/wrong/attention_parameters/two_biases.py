"""Your count gives biases to two layers only; all four layers have one."""


def attention_parameters(d_model):
    return 4 * d_model**2 + 2 * d_model
