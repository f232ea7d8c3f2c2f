def batches_by_tokens(lengths, max_tokens):
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    out, current, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if current and longest * (len(current) + 1) > max_tokens:
            out.append(current)
            current, longest = [], lengths[i]
        current.append(i)
    if current:
        out.append(current)
    return out
