"""The numbers are right, but no gradient flows back through your code, neither to x nor to the matrices. Leave out detach, numpy and no_grad."""


def project_qkv(x, W_q, W_k, W_v):
    q = x @ W_q
    k = x @ W_k
    v = x @ W_v
    return q.detach(), k.detach(), v.detach()
