"""The weights are right, but no gradient flows back through your code. Leave out detach, .data and no_grad."""


def attention_weights(scores, mask=None):
    scores = scores.detach()
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return softmax(scores)
