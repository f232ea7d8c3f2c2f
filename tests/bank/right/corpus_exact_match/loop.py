def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    hits = 0
    for i in range(len(references)):
        if hypotheses[i] == references[i]:
            hits += 1
    return hits / len(references)
