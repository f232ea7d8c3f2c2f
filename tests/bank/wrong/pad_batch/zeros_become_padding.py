"""Your code pads with 0 and then turns every 0 into `pad_id`, also those that were ids."""

import torch


def pad_batch(sequences, pad_id=0):
    if not sequences:
        raise ValueError("no sequence")
    longest = max(len(ids) for ids in sequences)
    rows = [ids + [0] * (longest - len(ids)) for ids in sequences]
    batch = torch.tensor(rows, dtype=torch.long)
    return batch.masked_fill(batch == 0, pad_id)
