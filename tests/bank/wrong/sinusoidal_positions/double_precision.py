"""Your table is float64, which is numpy's default. Added to embeddings it turns all that follows into float64 too: return it in torch's default precision."""

import numpy as np
import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("odd d_model")
    pos = np.arange(length)[:, np.newaxis]
    i = np.arange(d_model)[np.newaxis, :]
    angles = pos / np.power(10000, (2 * (i // 2)) / d_model)
    angles[:, 0::2] = np.sin(angles[:, 0::2])
    angles[:, 1::2] = np.cos(angles[:, 1::2])
    return torch.from_numpy(angles)
