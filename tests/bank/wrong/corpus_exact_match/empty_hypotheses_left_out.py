"""Your code leaves out pairs whose hypothesis is empty: an empty answer to a sentence that is not empty is wrong, and counts."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("hypotheses and references have different lengths")
    pairs = [pair for pair in zip(hypotheses, references) if len(pair[0])]
    right = sum(one == other for one, other in pairs)
    return right / max(1, len(pairs))
