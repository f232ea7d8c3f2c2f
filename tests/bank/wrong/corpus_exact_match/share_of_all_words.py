"""Your code gives the share of equal words among all words. A sentence counts as a whole or not at all: give the share of equal sentences."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        one = one.split() if isinstance(one, str) else one
        other = other.split() if isinstance(other, str) else other
        same = sum(a == b for a, b in zip(one, other))
        right = right + same
    count = 0
    for one, other in zip(hypotheses, references):
        one = one.split() if isinstance(one, str) else one
        other = other.split() if isinstance(other, str) else other
        count = count + max(len(one), len(other))
    share = right / count
    return share
