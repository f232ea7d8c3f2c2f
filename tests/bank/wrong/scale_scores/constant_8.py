"""Your code divides by 8 whatever d_k is. That is right for d_k = 64, as in the paper, and for nothing else."""


def scale_scores(scores, d_k):
    root = 8
    scores = scores / root
    return scores
