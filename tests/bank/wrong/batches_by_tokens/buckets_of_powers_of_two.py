"""Your code never puts lengths of two classes (1, 2, up to 4, up to 8, say) into one batch, though they would fit together. Sort all sentences by length and fill batch after batch, across such borders."""

from collections import defaultdict


def batches_by_tokens(lengths, max_tokens):
    buckets = defaultdict(list)
    for index, length in enumerate(lengths):
        boundary = 1
        while boundary < length:
            boundary *= 2
        buckets[boundary].append(index)
    batches = []
    for boundary in sorted(buckets):
        current = []
        for index in sorted(buckets[boundary], key=lambda i: lengths[i]):
            if current and (len(current) + 1) * lengths[index] > max_tokens:
                batches.append(current)
                current = []
            current.append(index)
        batches.append(current)
    return batches
