"""Your code compares what the sentences look like as text, where [7] and "[7]" are alike; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = str(one) == str(other)
        right = right + same
    count = len(references)
    share = right / count
    return share
