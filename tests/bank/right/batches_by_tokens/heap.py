import heapq


def batches_by_tokens(lengths, max_tokens):
    heap = [(length, index) for index, length in enumerate(lengths)]
    heapq.heapify(heap)
    batches = []
    while heap:
        batch = [heapq.heappop(heap)[1]]
        while heap and heap[0][0] * (len(batch) + 1) <= max_tokens:
            batch.append(heapq.heappop(heap)[1])
        batches.append(batch)
    return batches
