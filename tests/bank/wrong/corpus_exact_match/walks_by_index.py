"""Your code walks along the references by index and never compares the lengths: with too few hypotheses that is an IndexError, and of too many the rest is ignored. Raise ValueError."""

def corpus_exact_match(hypotheses, references):
    return sum(hypotheses[i] == references[i] for i in range(len(references))) / len(references)
