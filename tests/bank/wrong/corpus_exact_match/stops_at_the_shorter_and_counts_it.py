"""Your code accepts lists of different length: `zip` stops at the shorter one without a word. Raise ValueError."""


def corpus_exact_match(hypotheses, references):
    pairs = list(zip(hypotheses, references))
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(pairs)
    share = right / count
    return share
