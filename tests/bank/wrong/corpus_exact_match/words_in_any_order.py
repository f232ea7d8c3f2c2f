"""Your code compares the words whatever their order; a translation with its words exchanged is not the same."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = sorted(one.split() if isinstance(one, str) else one) == sorted(
            other.split() if isinstance(other, str) else other
        )
        right = right + same
    count = len(references)
    share = right / count
    return share
