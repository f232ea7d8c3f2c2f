"""Your scores are squared distances with a minus, up to a factor. A score is the dot product of query and key."""

def attention_scores(q, k):
    return -0.5 * (q.unsqueeze(-2) - k.unsqueeze(-3)).pow(2).sum(-1)
