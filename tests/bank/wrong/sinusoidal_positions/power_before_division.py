"""Your exponent ends too early: `10000 ** (2 * i) / d_model` divides the power by d_model; put `2 * i / d_model` in parentheses."""

import math

import torch


def sinusoidal_positions(length, d_model):
    if d_model % 2:
        raise ValueError("d_model must be even")
    table = torch.zeros(length, d_model)
    for place in range(length):
        for column in range(d_model):
            angle = place / (10000 ** (2 * (column // 2)) / d_model)
            table[place, column] = math.cos(angle) if column % 2 else math.sin(angle)
    return table
