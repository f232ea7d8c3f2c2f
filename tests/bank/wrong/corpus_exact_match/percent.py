"""Your code returns a percentage; a share goes from 0 to 1."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return 100 * sum(h == r for h, r in zip(hypotheses, references)) / len(references)
