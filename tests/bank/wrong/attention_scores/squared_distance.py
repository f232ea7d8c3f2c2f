"""Your scores are minus half the squared distance of query and key. A score is their dot product."""

def attention_scores(q, k):
    return -0.5 * (q.unsqueeze(-2) - k.unsqueeze(-3)).pow(2).sum(-1)
