"""Your code joins a list's words before it compares, which forgets where one ends: [1, 12] and [11, 2] become the same. Compare with `==` as they are."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    join = lambda sentence: "".join(map(str, sentence))
    return sum(join(h) == join(r) for h, r in zip(hypotheses, references)) / len(references)
