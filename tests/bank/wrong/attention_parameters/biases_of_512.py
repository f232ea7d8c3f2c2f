"""Your code counts biases for a width of 512. Each of the four layers has d_model of them."""

def attention_parameters(d_model):
    return 4 * (d_model * d_model + 512)
