"""Your code compares with `is`, which asks whether both are one and the same object; use `==`."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one is other
        right = right + same
    count = len(references)
    share = right / count
    return share
