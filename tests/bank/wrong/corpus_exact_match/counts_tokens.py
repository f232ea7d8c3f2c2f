"""Your code counts equal letters or words; a pair counts only as a whole."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    pairs = [(a, b) for h, r in zip(hypotheses, references) for a, b in zip(h, r)]
    return sum(a == b for a, b in pairs) / len(pairs)
