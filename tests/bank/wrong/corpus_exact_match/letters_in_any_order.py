"""Your code leaves the order out (it sorts or counts), so sentences with the same letters, or lists with the same words, in another order count as equal; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = sorted(one) == sorted(other)
        right = right + same
    count = len(references)
    share = right / count
    return share
