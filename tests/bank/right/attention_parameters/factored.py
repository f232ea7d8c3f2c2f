attention_parameters = lambda d_model: 4 * d_model * (d_model + 1)
