"""Your `return` stands inside the loop, so only the first pair is looked at. It belongs after the loop."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
        return right / len(references)
    count = len(references)
    share = right / count
    return share
