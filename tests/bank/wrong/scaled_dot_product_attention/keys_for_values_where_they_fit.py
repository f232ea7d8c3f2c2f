"""Where keys and values have the same shape, your code adds up the keys. The weights belong to the values."""

def scaled_dot_product_attention(q, k, v, mask=None):
    weights = attention_weights(scale_scores(attention_scores(q, k), q.size(-1)), mask)
    source = k if k.shape == v.shape else v
    return weighted_sum(weights, source), weights
