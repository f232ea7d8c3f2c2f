"""Your code makes the values from the keys. All three are made from x, each with a matrix of its own."""

def project_qkv(x, W_q, W_k, W_v):
    queries, keys = x.matmul(W_q), x.matmul(W_k)
    values = keys.matmul(W_v)
    return queries, keys, values
