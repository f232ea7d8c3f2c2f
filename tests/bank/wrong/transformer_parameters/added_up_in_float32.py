"""Your code adds up in float32, which holds whole numbers exactly only up to 16,777,216. Count in whole numbers."""

import torch


def transformer_parameters(vocab_size, d_model=512, n_layers=6, d_ff=2048):
    a, f = 4 * d_model * (d_model + 1), 2 * d_model * d_ff + d_model + d_ff
    parts = torch.tensor([vocab_size * d_model, n_layers * 3 * a, n_layers * 2 * f, n_layers * 10 * d_model], dtype=torch.float32)
    return int(parts.sum().item())
