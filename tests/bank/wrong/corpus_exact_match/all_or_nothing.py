"""Your code compares the two lists as a whole, which gives 1 or 0; count the pairs that are equal."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return float(list(hypotheses) == list(references))
