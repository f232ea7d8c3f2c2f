"""Your code sets weights to 0 after the softmax, so the forbidden keys took their share first and the rows no longer sum to one. Mask the scores before."""


def attention_weights(scores, mask=None):
    weights = softmax(scores)
    if mask is not None:
        weights = weights.masked_fill(~mask, 0.0)
    return weights
