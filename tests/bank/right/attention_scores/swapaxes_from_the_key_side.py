def attention_scores(q, k):
    return (k @ q.swapaxes(-1, -2)).swapaxes(-1, -2)
