def attention_parameters(d_model):
    weights = 4 * d_model**2
    biases = 4 * d_model
    return weights + biases
