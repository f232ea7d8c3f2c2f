from itertools import zip_longest

import torch


def pad_batch(sequences, pad_id=0):
    width = max(map(len, sequences))  # a ValueError when there is none
    columns = list(zip_longest(*sequences, fillvalue=pad_id))
    assert len(columns) == width
    return torch.LongTensor(columns).t().contiguous()
