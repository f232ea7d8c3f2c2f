"""Your code uses the mask even where none is given, when it is None. Then every key is allowed."""


def attention_weights(scores, mask=None):
    return softmax(scores.masked_fill(~mask, float("-inf")))
