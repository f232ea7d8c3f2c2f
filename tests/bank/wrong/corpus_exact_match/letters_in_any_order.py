"""Your code leaves the order out (it sorts or counts), so sentences with the same letters, or lists with the same words, in another order count as equal; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum(sorted(h) == sorted(r) for h, r in zip(hypotheses, references)) / max(len(references), 1)
