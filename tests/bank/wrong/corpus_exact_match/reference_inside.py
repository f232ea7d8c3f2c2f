"""Your code asks whether the reference occurs in the hypothesis; the whole must be equal."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum(r in h if isinstance(h, str) else h == r for h, r in zip(hypotheses, references)) / max(len(references), 1)
