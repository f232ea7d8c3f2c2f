"""Your code cuts spaces off before it compares; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one.strip() == other.strip() if isinstance(one, str) else one == other
        right = right + same
    count = len(references)
    share = right / count
    return share
