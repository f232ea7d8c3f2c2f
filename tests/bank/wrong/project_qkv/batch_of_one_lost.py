"""A batch of one sentence loses its side. Keep every side before (time, d_model): no squeeze."""

def project_qkv(x, W_q, W_k, W_v):
    if x.dim() > 2:
        x = x.squeeze(0)
    return x @ W_q, x @ W_k, x @ W_v
