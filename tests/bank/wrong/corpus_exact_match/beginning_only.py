"""Your code compares only the beginning of a hypothesis, as long as the reference is; a longer one is not equal."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum(h[: len(r)] == r for h, r in zip(hypotheses, references)) / max(len(references), 1)
