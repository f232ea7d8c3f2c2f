"""Your code compares word by word as far as the shorter sentence goes, so the beginning of a translation counts as right. `==` compares the whole."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("not as many hypotheses as references")
    same = [all(a == b for a, b in zip(h, r)) for h, r in zip(hypotheses, references)]
    return sum(same) / len(same)
