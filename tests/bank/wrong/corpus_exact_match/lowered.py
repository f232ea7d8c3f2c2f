"""Your code compares in lower case; a capital letter is a difference."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum(str(h).lower() == str(r).lower() for h, r in zip(hypotheses, references)) / max(len(references), 1)
