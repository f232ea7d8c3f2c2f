"""Your count is too small where d_model is odd: something is halved and rounded down on the way. Multiply first, or do not halve."""

def attention_parameters(d_model):
    half = d_model // 2
    return 8 * half * (d_model + 1)
