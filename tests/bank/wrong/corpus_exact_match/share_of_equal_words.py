"""Your code gives each sentence the share of its words that agree: a sentence counts when all of it is equal, and not at all otherwise."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError(f"{len(hypotheses)} hypotheses, {len(references)} references")
    if not references:
        return 0.0
    return sum(sum(a == b for a, b in zip(one, other)) / max(len(one), len(other), 1) for one, other in zip(hypotheses, references)) / len(references)
