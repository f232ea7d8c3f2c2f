"""Your code raises an error where a hypothesis is longer or shorter than its reference. That is a wrong translation like any other; only the two corpora must be equally long."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        if len(one) != len(other):
            raise ValueError("lengths differ")
        right = right + same
    count = len(references)
    share = right / count
    return share
