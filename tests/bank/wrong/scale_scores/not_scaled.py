"""Your code returns the scores as they came. Divide them by sqrt(d_k)."""


def scale_scores(scores, d_k):
    return scores
