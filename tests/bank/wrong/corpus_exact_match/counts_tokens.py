"""Your code counts equal letters or words; a pair counts only as a whole."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = sum(a == b for a, b in zip(one, other))
        right = right + same
    count = sum(min(len(one), len(other)) for one, other in zip(hypotheses, references))
    share = right / count
    return share
