"""Your count gives each layer a single bias number; a bias has d_model numbers, one for each output."""


def attention_parameters(d_model):
    return 4 * (d_model**2 + 1)
