"""In Python `^` is not a power (it compares bits); write `**`."""


def attention_parameters(d_model):
    return 4 * ((d_model ^ 2) + d_model)
