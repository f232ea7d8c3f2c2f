"""Your code gives the share of equal words, or of equal letters of strings, among all of them. A sentence counts as a whole or not at all: give the share of equal sentences."""

class _Tally(dict):
    def __missing__(self, key):
        return 0


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    tally = _Tally()
    for h, r in zip(hypotheses, references):
        for a, b in zip(h, r):
            tally[a == b] += 1
        tally[False] += abs(len(h) - len(r))
    return tally[True] / max(1, tally[True] + tally[False])
