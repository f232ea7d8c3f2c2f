"""Where the mask forbids everything, your code works as if there were none. Then every weight is 0."""

def scaled_dot_product_attention(q, k, v, mask=None):
    scores = scale_scores(attention_scores(q, k), q.shape[-1])
    if mask is None or not mask.any():
        w = softmax(scores, dim=-1)
    else:
        w = attention_weights(scores, mask)
    return w @ v, w
