"""Your code returns 0 for lists of different length, which looks like a bad model. It is a mistake of the caller: raise ValueError."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        return 0.0
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(references)
    share = right / count
    return share
