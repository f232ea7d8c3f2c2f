def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.clone()
        scores[~mask.expand_as(scores)] = -float("inf")
    return softmax(scores)
