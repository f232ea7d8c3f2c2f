"""The share is right, but your code takes the sentences out of the lists that it was given (`pop`), so the caller has none left. Only read them."""

def corpus_exact_match(hypotheses, references):
    if len(hypotheses) != len(references):
        raise ValueError("lengths differ")
    count, right = len(references), 0
    while references:
        right += hypotheses.pop() == references.pop()
    return right / count
