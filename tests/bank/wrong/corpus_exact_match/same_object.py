"""Your code compares with `is`, which asks whether both are one and the same object; use `==`."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return sum(h is r for h, r in zip(hypotheses, references)) / len(references)
