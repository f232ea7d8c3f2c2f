"""Your code cuts batches down to a multiple of 8 sentences, as some libraries do, so two neighbours may fit into one. Close a batch only when the next sentence does not fit."""

def batches_by_tokens(lengths, max_tokens, multiple=8):
    rest = sorted(range(len(lengths)), key=lambda i: lengths[i])
    batches = []
    while rest:
        n = 1
        while n < len(rest) and (n + 1) * lengths[rest[n]] <= max_tokens:
            n += 1
        n = max(multiple * (n // multiple), n % multiple)
        batches.append(rest[:n])
        rest = rest[n:]
    return batches
