"""Your `if` asks whether a whole tensor is true, which Python cannot answer. Ask whether there is a mask: `is not None`."""


def attention_weights(scores, mask=None):
    if mask:
        scores = scores.masked_fill(~mask, float("-inf"))
    return softmax(scores)
