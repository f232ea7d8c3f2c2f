"""Your code masks after the softmax and divides again. A large forbidden score then pushes the allowed weights to 0 before you divide; mask the scores before the softmax."""


def attention_weights(scores, mask=None):
    weights = softmax(scores)
    if mask is not None:
        weights = weights * mask
        total = weights.sum(-1, keepdim=True)
        weights = weights / total.masked_fill(total == 0, 1.0)
    return weights
