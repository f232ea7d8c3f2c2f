"""Your code refuses lists of different length in one direction only. Compare the lengths with `!=`."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) > len(references):
        raise ValueError
    return sum(h == r for h, r in zip(hypotheses, references)) / max(1, len(references))
