"""Your code divides by the square of d_k. Divide by its square root."""


def scale_scores(scores, d_k):
    root = d_k**2
    scores = scores / root
    return scores
