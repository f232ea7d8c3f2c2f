"""Your code hides the keys whose mask is True. True means that a query may attend: hide where it is False."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(mask, float("-inf"))
    return softmax(scores)
