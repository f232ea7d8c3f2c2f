"""Your code divides the scores by a root before the softmax. They come scaled already."""

import math


def attention_weights(scores, mask=None):
    scores = scores / math.sqrt(scores.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return softmax(scores)
