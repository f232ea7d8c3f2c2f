"""Your code counts a sentence that is part of the other one (`in`). Compare with `==`."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError
    return sum(h in r for h, r in zip(hypotheses, references)) / max(1, len(references))
