"""Your code cuts d_model into eight heads first, which loses what is left over. The count does not depend on the number of heads."""


def attention_parameters(d_model):
    d_head = d_model // 8
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    count = 3 * 8 * (d_model * d_head + d_head) + one_layer
    return count
