"""Your result is 1 or 0, as when the two lists are compared as a whole (or divided with `//`); give the share of pairs that are equal."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return float(list(hypotheses) == list(references))
