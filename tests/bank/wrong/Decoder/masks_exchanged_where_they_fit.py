"""Where source and target are equally long, your code exchanges the two masks. self_mask belongs to the self-attention, memory_mask to the cross-attention, whatever the lengths."""

from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList([DecoderLayer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers)])

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        masks = [self_mask, memory_mask]
        if x.shape[1] == memory.shape[1]:
            masks.reverse()
        for layer in self.layers:
            x = layer(x, memory, *masks)
        return x
