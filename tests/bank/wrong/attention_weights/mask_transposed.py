"""Your code turns the mask around. Its rows are queries and its columns keys, like the scores."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~(mask.transpose(-2, -1) if mask.dim() > 1 else mask), float("-inf"))
    return softmax(scores)
