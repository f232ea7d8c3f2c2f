"""Your code takes the softmax of the softmax, which makes the shares nearly equal. Once is enough."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return softmax(softmax(scores))
