"""Your code joins lists into texts before it compares them, so ["a b"] equals ["a", "b"]. Compare them as they are, with `==`."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = (one if isinstance(one, str) else " ".join(map(str, one))) == (
            other if isinstance(other, str) else " ".join(map(str, other))
        )
        right = right + same
    count = len(references)
    share = right / count
    return share
