"""Your code compares in lower case; a capital letter is a difference."""


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
