"""Your code uses assert for lists of different length, which raises AssertionError (and nothing under python -O). Raise ValueError."""


def corpus_exact_match(hypotheses, references):
    assert len(hypotheses) == len(references)
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(references)
    share = right / count
    return share
