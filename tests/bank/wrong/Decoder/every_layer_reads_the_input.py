"""Every layer of yours reads the decoder's input. Each reads what the one before it gave."""

from torch import nn
import math, copy


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        args = (d_model, n_heads, d_ff, dropout)
        self.layers = nn.Sequential()
        for i in range(n_layers):
            self.layers.add_module(f"block{i}", DecoderLayer(*args))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        extra = dict(memory=memory, memory_mask=memory_mask, self_mask=self_mask)
        states = [x]
        for block in self.layers.children():
            states.append(block(states[0], **extra))
        return states[-1]
