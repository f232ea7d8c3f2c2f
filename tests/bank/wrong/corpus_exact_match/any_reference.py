"""Your code asks whether a hypothesis is among the references at all; it must equal the one in its own place."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("the lists have different lengths")
    return sum(h in references for h in hypotheses) / len(references)
