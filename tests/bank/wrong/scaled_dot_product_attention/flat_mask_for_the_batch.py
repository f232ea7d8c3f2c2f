"""Where the batch is as large as the number of queries, your code takes a mask of two sides for one of (batch, keys). Sides are lined up from the end: it is (queries, keys)."""

def scaled_dot_product_attention(q, k, v, mask=None):
    if mask is not None and mask.dim() == 2 and q.dim() == 3 and mask.size(0) == q.size(0):
        mask = mask.unsqueeze(1)
    w = attention_weights(scale_scores(attention_scores(q, k), q.shape[-1]), mask)
    return weighted_sum(w, v), w
