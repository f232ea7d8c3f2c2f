"""Your code sets the scores of later keys to 0: here every query is compared with every key, and what may be seen is the mask's affair."""

def attention_scores(q, k):
    return (q @ k.transpose(-2, -1)).tril()
