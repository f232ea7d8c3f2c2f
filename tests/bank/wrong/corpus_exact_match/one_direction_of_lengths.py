"""Your code refuses too many hypotheses, but accepts too few: `zip` leaves the other references out without a word. Compare the lengths with `!=`."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) > len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(references)
    share = right / count
    return share
