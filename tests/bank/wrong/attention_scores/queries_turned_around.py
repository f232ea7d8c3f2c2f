"""Your code turns the queries around in place of the keys, so the result is d_k by d_k and a sum over words. A row belongs to a query, a column to a key."""

def attention_scores(queries, keys):
    n = min(queries.shape[-2], keys.shape[-2])
    return queries[..., :n, :].transpose(-1, -2) @ keys[..., :n, :]
