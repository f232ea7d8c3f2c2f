"""Your code returns a percentage; a share goes from 0 to 1."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(references)
    share = 100 * right / count
    return share
