"""Your code counts 8 heads of 64 numbers whatever d_model is. Together the heads always have d_model numbers."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    heads = d_model * 512 + 512
    count = 3 * heads + 512 * d_model + d_model
    return count
