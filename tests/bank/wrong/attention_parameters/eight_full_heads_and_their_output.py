"""Your count has eight heads, each d_model wide, and a w_o that reads them all. The heads share d_model among them, so w_q, w_k, w_v and w_o are d_model by d_model."""


def attention_parameters(d_model):
    weights = d_model**2
    biases = d_model
    one_layer = weights + biases
    heads = 8
    output = heads * weights + biases
    count = heads * 3 * one_layer + output
    return count
