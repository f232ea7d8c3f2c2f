"""Your code puts short sentences beside long ones, which pads most. Sort by length first."""


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
