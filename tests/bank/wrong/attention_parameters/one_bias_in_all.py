"""Your count has one bias vector; each of the four layers has one."""


def attention_parameters(d_model):
    return 4 * d_model**2 + d_model
