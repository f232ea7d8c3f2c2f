def corpus_exact_match(hypotheses, references):
    equal = [a == b for a, b in zip(hypotheses, references, strict=True)]
    return sum(equal) / len(equal)
