"""Your scores have one row for each key. Put the queries first: one row for each query, one column for each key."""


def attention_scores(q, k):
    return k @ q.transpose(-2, -1)
