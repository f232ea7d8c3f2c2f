"""Your count is 4 (d_model + 1)²; a bias adds one number for each output, not a row and a column."""


def attention_parameters(d_model):
    return 4 * (d_model + 1) ** 2
