"""Your code compares only the beginning of a hypothesis, as long as the reference is; a longer one is not equal."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one[: len(other)] == other
        right = right + same
    count = len(references)
    share = right / count
    return share
