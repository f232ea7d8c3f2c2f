"""Your layer returns attention weights beside its result. It returns x alone; the weights stay with the attention, as `.weights`."""

from torch import nn

class DecoderLayer(nn.Module):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.encoder_attn = MultiHeadAttention(d_model, n_heads, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add_norm1(x, self.self_attn(x, x, x, self_mask))
        x = self.add_norm2(x, self.encoder_attn(x, memory, memory, memory_mask))
        outputs = (self.add_norm3(x, self.feed_forward(x)), self.encoder_attn.weights)
        return outputs
