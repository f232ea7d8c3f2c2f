"""Your code counts equal words, so a sentence with one wrong word still counts in part. A sentence is right or wrong as a whole."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        one, other = (text.split() if isinstance(text, str) else list(text) for text in (one, other))
        longest = max(len(one), len(other), 1)
        same = 1 - (longest - sum(a == b for a, b in zip(one, other))) / longest
        right = right + same
    count = len(references)
    share = right / count
    return share
