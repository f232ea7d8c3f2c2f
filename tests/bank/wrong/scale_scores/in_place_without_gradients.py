"""Where no gradient is recorded your code divides the scores it was given in place (`/=`); the caller still needs them. Make a new tensor."""

def scale_scores(scores, d_k):
    if scores.requires_grad:
        return scores / d_k ** 0.5
    scores /= d_k ** 0.5
    return scores
