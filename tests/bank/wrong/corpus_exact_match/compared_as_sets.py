"""Your code compares sets, which forget order and repetition; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum(set(h) == set(r) for h, r in zip(hypotheses, references)) / max(len(references), 1)
