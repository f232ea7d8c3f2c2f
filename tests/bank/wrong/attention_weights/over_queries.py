"""Your softmax runs over the queries: the columns sum to one. Each query shares out its own attention, so the rows must: dim=-1."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.masked_fill(~mask, float("-inf"))
    return softmax(scores, dim=-2)
