from torch import nn


class Network(nn.Module):
    """The paper's "two convolutions with kernel size 1"."""

    def __init__(self, d_model, d_ff, dropout):
        super().__init__()
        self.wide, self.narrow = nn.Conv1d(d_model, d_ff, 1), nn.Conv1d(d_ff, d_model, 1)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x):
        hidden = self.dropout(self.wide(x.transpose(1, 2)).relu())
        return self.narrow(hidden).transpose(1, 2)


class EncoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attention = MultiHeadAttention(d_model, n_heads, dropout)
        self.network = Network(d_model, d_ff, dropout)
        self.after_attention, self.after_network = AddAndNorm(d_model, dropout), AddAndNorm(d_model, dropout)

    def forward(self, x, mask=None):
        x = self.after_attention(x, self.attention(x, x, x, mask))
        return self.after_network(x, self.network(x))
