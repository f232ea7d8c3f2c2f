"""Your code compares the words whatever their order; a translation with its words exchanged is not the same."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return sum(sorted(h.split() if isinstance(h, str) else h) == sorted(r.split() if isinstance(r, str) else r) for h, r in zip(hypotheses, references)) / len(references)
