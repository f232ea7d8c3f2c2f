"""Your code calls a string method; the sentences may also be lists of words or ids. `==` compares both."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return sum(h.split() == r.split() for h, r in zip(hypotheses, references)) / len(references)
