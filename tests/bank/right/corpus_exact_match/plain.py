def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return sum((h == r for h, r in zip(hypotheses, references))) / len(references)
