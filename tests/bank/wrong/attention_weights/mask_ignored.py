"""Your code does not use the mask. Take the forbidden scores out before the softmax."""


def attention_weights(scores, mask=None):
    return softmax(scores)
