"""Your code fills up the batches of the longest sentences with the shortest ones, which pads most. Sentences of similar length, neighbours in the sorted order, belong together."""


def batches_by_tokens(lengths, max_tokens):
    from collections import deque
    q = deque(sorted(range(len(lengths)), key=lambda i: -lengths[i]))
    out = []
    while q:
        b = [q.popleft()]
        while q and (len(b) + 1) * lengths[b[0]] <= max_tokens:
            b.append(q.pop())
        out.append(b)
    return out
