"""Your code gives the share of the references' words that are right. A sentence counts as a whole or not at all: give the share of equal sentences."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        one, other = (text.split() if isinstance(text, str) else text for text in (one, other))
        same = sum(a == b for a, b in zip(one, other))
        right = right + same
    count = sum(len(text.split() if isinstance(text, str) else text) for text in references)
    share = right / count
    return share
