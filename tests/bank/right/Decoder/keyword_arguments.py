from torch import nn


class Decoder(nn.Module):
    def __init__(self, n_layers, d_model, n_heads, d_ff, dropout=0.0, layer=DecoderLayer):
        super().__init__()
        self.n_layers = n_layers
        self.layers = nn.ModuleList(layer(d_model, n_heads, d_ff, dropout) for _ in range(n_layers))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        state = x
        for layer in self.layers:
            state = layer(state, memory=memory, memory_mask=memory_mask, self_mask=self_mask)
        return state
