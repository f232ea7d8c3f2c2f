from torch import nn


class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.attentions = nn.ModuleList(MultiHeadAttention(d_model, n_heads) for _ in range(2))
        self.finish = nn.ModuleList(AddAndNorm(d_model, dropout) for _ in range(3))
        self.network = FeedForward(d_model, d_ff, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        for i, (other, mask) in enumerate(((None, self_mask), (memory, memory_mask))):
            source = x if other is None else other
            x = self.finish[i](x, self.attentions[i](x, source, source, mask))
        return self.finish[2](x, self.network(x))
