"""Your result is 1 or 0, as when the two lists are compared as a whole (or divided with `//`); give the share of pairs that are equal."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(references)
    share = float(right // count)
    return share
