"""Your code asks whether the hypothesis occurs in the reference (`in`); the whole must be equal. Compare with `==`."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one in other
        right = right + same
    count = len(references)
    share = right / count
    return share
