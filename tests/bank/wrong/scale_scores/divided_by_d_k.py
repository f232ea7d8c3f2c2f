"""Your code divides by d_k. Divide by its square root: that is the standard deviation of the scores."""


def scale_scores(scores, d_k):
    root = d_k
    scores = scores / root
    return scores
