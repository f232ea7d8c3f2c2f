"""Your count doubles d_model where it should square it: a d_model by d_model matrix has d_model ** 2 numbers."""


def attention_parameters(d_model):
    return 4 * (d_model * 2 + d_model)
