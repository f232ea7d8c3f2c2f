"""Your code counts equal words, so a sentence with one wrong word still counts in part. A sentence is right or wrong as a whole."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    shares = []
    for h, r in zip(hypotheses, references):
        h, r = (one.split() if isinstance(one, str) else list(one) for one in (h, r))
        longest = max(len(h), len(r), 1)
        shares.append(1 - (longest - sum(a == b for a, b in zip(h, r))) / longest)
    return sum(shares) / len(shares)
