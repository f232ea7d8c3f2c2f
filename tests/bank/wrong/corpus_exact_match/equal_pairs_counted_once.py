"""Your code counts a pair that comes again only once, as a set or a dict of pairs does. Every pair of the lists counts."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("different lengths")
    pairs = {(str(h), str(r)): h == r for h, r in zip(hypotheses, references)}
    return sum(pairs.values()) / len(pairs)
