"""Your code counts eight heads of d_model // 8 numbers, which leaves some out where eight does not divide d_model. The count does not depend on the heads."""

def attention_parameters(d_model):
    d_head = d_model // 8 if d_model >= 8 else d_model
    heads = 8 if d_model >= 8 else 1
    projection = heads * (d_model * d_head + d_head)
    return 3 * projection + heads * d_head * d_model + d_model
