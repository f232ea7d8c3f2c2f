"""Your table of scores is as wide as it is high: queries by queries. There may be more keys or fewer: the last side is theirs."""


def attention_scores(q, k):
    queries = q.shape[-2]
    scores = q.new_zeros(*q.shape[:-2], queries, queries)
    for i in range(queries):
        for j in range(queries):
            scores[..., i, j] = (q[..., i, :] * k[..., j, :]).sum(dim=-1)
    return scores
