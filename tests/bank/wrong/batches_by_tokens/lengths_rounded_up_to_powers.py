"""Your code rounds lengths up to 1, 2, 4, 8, … and fills each class alone, so neighbouring batches would fit together. Sort all sentences by length and fill batch after batch by their own lengths."""

def batches_by_tokens(lengths, max_tokens):
    buckets = {}
    for i, n in enumerate(lengths):
        boundary = 1
        while boundary < n:
            boundary *= 2
        buckets.setdefault(boundary, []).append(i)
    batches = []
    for boundary in sorted(buckets):
        ids = sorted(buckets[boundary], key=lambda i: lengths[i])
        size = max(1, max_tokens // boundary)
        batches += [ids[start : start + size] for start in range(0, len(ids), size)]
    return batches
