"""Your code walks along the references by index and never compares the lengths: with too few hypotheses that is an IndexError, and of too many the rest is ignored. Raise ValueError."""


def corpus_exact_match(hypotheses, references):
    pairs = ((hypotheses[i], references[i]) for i in range(len(references)))
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(references)
    share = right / count
    return share
