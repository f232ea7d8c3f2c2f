"""Your code never counts an empty sentence as right. Two empty sentences are equal."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("different lengths")
    return sum(bool(h and h == r) for h, r in zip(hypotheses, references)) / len(references)
