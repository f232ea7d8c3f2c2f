"""Your code writes -inf into the scores it was given, which the caller still needs. Methods that end in `_` write in place; without it they make a new tensor."""

def attention_weights(scores, mask=None):
    if mask is not None:
        scores.masked_fill_(~mask, float("-inf"))
    return softmax(scores, dim=-1)
