"""Your code compares only as far as the shorter of the two goes, as `zip` does, so the beginning of a translation counts as right. `==` compares the whole."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = all(a == b for a, b in zip(one, other))
        right = right + same
    count = len(references)
    share = right / count
    return share
