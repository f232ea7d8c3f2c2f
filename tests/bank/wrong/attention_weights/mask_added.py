"""Your code adds the mask to the scores, so allowed keys get 1 more and forbidden ones still take part. Fill the forbidden scores with -inf."""


def attention_weights(scores, mask=None):
    if mask is not None:
        scores = scores + mask
    return softmax(scores)
