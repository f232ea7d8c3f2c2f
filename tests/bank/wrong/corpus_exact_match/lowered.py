"""Your code takes capital and small letters for the same. Exact means that every character is the same."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = str(one).lower() == str(other).lower()
        right = right + same
    count = len(references)
    share = right / count
    return share
