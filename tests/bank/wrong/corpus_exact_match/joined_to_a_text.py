"""Your code joins lists into texts before it compares them, so ["a b"] equals ["a", "b"]. Compare them as they are, with `==`."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("different number of sentences")
    text = lambda one: one if isinstance(one, str) else " ".join(map(str, one))
    return sum(text(h) == text(r) for h, r in zip(hypotheses, references)) / len(references)
