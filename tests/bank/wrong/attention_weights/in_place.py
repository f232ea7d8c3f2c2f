"""The result is right, but your code writes -inf into the scores it was given. Use masked_fill without the underscore, which makes a new tensor."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores.data.masked_fill_(~mask, float("-inf"))
    return softmax(scores)
