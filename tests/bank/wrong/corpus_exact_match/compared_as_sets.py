"""Your code compares sets, which forget order and repetition; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = set(one) == set(other)
        right = right + same
    count = len(references)
    share = right / count
    return share
