def scaled_dot_product_attention(q, k, v, mask=None):
    s = attention_scores(q, k)
    w = attention_weights(scale_scores(s, q.size(-1)), mask)
    return weighted_sum(w, v), w
