"""Your decoder normalises once more at the end; post-norm layers end with a norm, and the paper's figure has no other."""

from torch import nn
import torch.nn.functional as F

class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList([DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])
    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for layer in self.layers:
            x = layer(x, memory, self_mask, memory_mask)
        return F.layer_norm(x, x.shape[-1:])
