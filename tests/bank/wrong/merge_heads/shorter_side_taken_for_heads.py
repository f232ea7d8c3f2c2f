"""Your code takes the shorter of two sides for the heads, which fails where there are more heads than tokens. x is (batch, heads, time, d_head), whatever the lengths."""

def merge_heads(x):
    b = x.shape[0]
    heads, time = sorted(x.shape[1:3])
    if x.shape[1] == heads:
        x = x.movedim(1, 2)
    return x.reshape(b, time, -1)
