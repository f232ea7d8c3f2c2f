"""Your code raises an error where a hypothesis is longer or shorter than its reference. That is a wrong translation like any other; only the two corpora must be equally long."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("different number of sentences")
    right = 0
    for h, r in zip(hypotheses, references):
        if len(h) != len(r):
            raise ValueError("lengths differ")
        right += h == r
    return right / len(references)
