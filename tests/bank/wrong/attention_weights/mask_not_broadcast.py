"""Your code uses the mask as an index, so it must have the shape of the scores. A mask may have fewer or shorter sides: `masked_fill` and `torch.where` broadcast it."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores.clone()
        scores[~mask] = float("-inf")
    return softmax(scores)
