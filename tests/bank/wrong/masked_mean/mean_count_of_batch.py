"""Your code divides every row by the average number of real words in the batch; count along time, row by row."""

def masked_mean(x, mask):
    kept = x.masked_fill(~mask.unsqueeze(-1), 0)
    n = mask.sum() / mask.size(0)
    return kept.sum(dim=1) / n.clamp(min=1)
