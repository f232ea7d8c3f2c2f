"""Your code rounds the share. Return it as it is."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("different number of sentences")
    return round(sum(map(lambda pair: pair[0] == pair[1], zip(hypotheses, references))) / len(references), 2)
