"""Your code uses assert for lists of different length, which raises AssertionError (and nothing under python -O). Raise ValueError."""

def corpus_exact_match(hypotheses, references):
    assert len(hypotheses) == len(references)
    return sum(h == r for h, r in zip(hypotheses, references)) / len(references)
