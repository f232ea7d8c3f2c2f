"""Your code asks whether a hypothesis is among the references at all; it must equal the one in its own place."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = zip(hypotheses, references)
    right = 0
    for one, other in pairs:
        same = one in references
        right = right + same
    count = len(references)
    share = right / count
    return share
