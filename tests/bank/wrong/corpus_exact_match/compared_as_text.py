"""Your code compares what the sentences look like as text, where [7] and "[7]" are alike; compare with `==` as they are."""


def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    return sum(str(h) == str(r) for h, r in zip(hypotheses, references)) / max(len(references), 1)
