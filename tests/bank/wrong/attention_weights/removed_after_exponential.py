"""Your code takes the forbidden keys out after the exponential, and then divides. A large forbidden score has by then pushed the allowed weights to 0; take it out before the softmax."""


def attention_weights(scores, mask=None):
    weights = softmax(scores)
    if mask is not None:
        weights = weights * mask
        total = weights.sum(-1, keepdim=True)
        weights = weights / total.masked_fill(total == 0, 1.0)
    return weights
