"""Your code counts a pair that comes again only once, as a set or a dict of pairs does. Every pair of the lists counts."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("as many hypotheses as references, please")
    pairs = {(str(one), str(other)) for one, other in zip(hypotheses, references)}
    right = 0
    for one, other in pairs:
        same = one == other
        right = right + same
    count = len(pairs)
    share = right / count
    return share
