"""Your code counts equal pairs of sentences once. Every pair counts, also one that comes again."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("different lengths")
    pairs = {(str(h), str(r)): h == r for h, r in zip(hypotheses, references)}
    return sum(pairs.values()) / len(pairs)
