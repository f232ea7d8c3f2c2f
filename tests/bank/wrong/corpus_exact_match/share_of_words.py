"""Your code counts equal words, or equal letters of strings, within sentences. A sentence counts as a whole or not at all."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = sum(a == b for a, b in zip(one, other))
        right = right + same
    count = max(1, sum(map(len, references)))
    share = right / count
    return share
