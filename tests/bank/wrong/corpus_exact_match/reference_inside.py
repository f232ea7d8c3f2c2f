"""Your code asks whether the reference occurs in the hypothesis; the whole must be equal."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = other in one if isinstance(one, str) else one == other
        right = right + same
    count = len(references)
    share = right / count
    return share
