"""Your code counts equal words within sentences. A sentence counts as a whole or not at all."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError
    hit = sum(a == b for h, r in zip(hypotheses, references) for a, b in zip(h, r))
    return hit / max(1, sum(map(len, references)))
