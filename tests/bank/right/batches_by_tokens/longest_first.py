def batches_by_tokens(lengths, max_tokens):
    waiting = sorted(range(len(lengths)), key=lambda i: (-lengths[i], i))
    batches = []
    while waiting:
        most = max(1, max_tokens // lengths[waiting[0]])
        batches.append(waiting[:most])
        waiting = waiting[most:]
    return batches
