"""Your code divides by d_k and then by 2: in `scores / d_k ** 1 / 2` the power comes first, then one division after the other. Write 0.5, or math.sqrt."""


def scale_scores(scores, d_k):
    root = d_k * 2
    scores = scores / root
    return scores
