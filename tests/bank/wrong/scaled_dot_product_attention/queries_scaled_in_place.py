"""Where no gradient is recorded your code divides the queries it was given in place (`/=`); the caller still needs them. Make a new tensor."""

def scaled_dot_product_attention(q, k, v, mask=None):
    root = q.shape[-1] ** 0.5
    if q.requires_grad:
        q = q / root
    else:
        q /= root
    w = attention_weights(q @ k.transpose(-2, -1), mask)
    return w @ v, w
