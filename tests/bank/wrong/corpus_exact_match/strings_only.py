"""Your code calls a string method; the sentences may also be lists of words or ids. `==` compares both."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one.split() == other.split()
        right = right + same
    count = len(references)
    share = right / count
    return share
