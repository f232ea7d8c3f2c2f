"""Your code accepts lists of different length: `zip` stops at the shorter one without a word. Raise ValueError."""

def corpus_exact_match(hypotheses, references):
    return sum(h == r for h, r in zip(hypotheses, references)) / len(references)
