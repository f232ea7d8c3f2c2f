"""Your attention's softmax runs over the queries, so each weight depends on later words too; it runs over the keys, the last side."""

from torch import nn


class OwnAttention(MultiHeadAttention):
    def forward(self, query, key, value, mask=None):
        q, k, v = (self.split(w(one)) for w, one in ((self.w_q, query), (self.w_k, key), (self.w_v, value)))
        scores = q @ k.mT / q.shape[-1] ** 0.5
        mask = None if mask is None else mask.unsqueeze(-3) if mask.dim() == 3 else mask
        return self.w_o(self.merge(self.shares(scores, mask) @ v))

    def split(self, x):
        return x.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)

    def merge(self, x):
        return x.transpose(1, 2).flatten(2)

    def shares(self, scores, mask):
        if mask is None:
            return scores.softmax(-2)
        return scores.masked_fill(~mask, -1e9).softmax(-2) * mask


class DecoderLayer(nn.Module):

    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__()
        self.self_attention = OwnAttention(d_model, n_heads, dropout)
        self.add_norm1 = AddAndNorm(d_model, dropout)
        self.cross_attention = OwnAttention(d_model, n_heads, dropout)
        self.add_norm2 = AddAndNorm(d_model, dropout)
        self.feed_forward = FeedForward(d_model, d_ff, dropout)
        self.add_norm3 = AddAndNorm(d_model, dropout)

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.add_norm1(x, self.self_attention(x, x, x, self_mask))
        x = self.add_norm2(x, self.cross_attention(x, memory, memory, memory_mask))
        return self.add_norm3(x, self.feed_forward(x))
