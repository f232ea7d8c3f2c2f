"""Your code reads the memory as split_heads leaves it. A tensor may lie there in any order: transpose, then reshape."""

def merge_heads(x):
    b, h, t, d = x.size()
    return x.as_strided((b, t, h * d), (t * h * d, h * d, 1))
