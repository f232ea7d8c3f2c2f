"""Your code joins a list's words before it compares, which forgets where one ends: [1, 12] and [11, 2] become the same. Compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = "".join(map(str, one)) == "".join(map(str, other))
        right = right + same
    count = len(references)
    share = right / count
    return share
