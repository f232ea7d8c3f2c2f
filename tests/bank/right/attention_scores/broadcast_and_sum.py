def attention_scores(q, k):
    products = q.unsqueeze(-2) * k.unsqueeze(-3)  # (..., queries, keys, d_k)
    return products.sum(-1)
