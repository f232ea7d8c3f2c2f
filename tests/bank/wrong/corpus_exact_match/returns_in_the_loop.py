"""Your `return` stands inside the loop, so only the first pair is looked at. It belongs after the loop."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    right = 0
    for hypothesis, reference in zip(hypotheses, references):
        if hypothesis == reference:
            right += 1
        return right / len(references)
