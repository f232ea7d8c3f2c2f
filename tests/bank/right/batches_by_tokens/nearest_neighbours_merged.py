def batches_by_tokens(lengths, max_tokens):
    """Begin with one batch per item; merge the neighbours nearest in length while any two fit."""
    batches = [[i] for i in sorted(range(len(lengths)), key=lambda i: lengths[i])]

    def fits(a, b):
        return (len(a) + len(b)) * max(lengths[i] for i in a + b) <= max_tokens

    while True:
        possible = [k for k in range(len(batches) - 1) if fits(batches[k], batches[k + 1])]
        if not possible:
            return batches
        k = min(possible, key=lambda k: lengths[batches[k + 1][-1]] - lengths[batches[k][0]])
        batches[k : k + 2] = [batches[k] + batches[k + 1]]
