class DecoderLayer(EncoderLayer):
    def __init__(self, d_model, n_heads, d_ff, dropout=0.0):
        super().__init__(d_model, n_heads, d_ff, dropout)
        self.reading = MultiHeadAttention(d_model, n_heads, dropout)
        self.after_reading = AddAndNorm(d_model, dropout)
        self.after_self = AddAndNorm(d_model, dropout)
        self.after_network = AddAndNorm(d_model, dropout)
        for name in [name for name, part in self.named_children() if isinstance(part, AddAndNorm) and not name.startswith("after_")]:
            delattr(self, name)
        self.looking = MultiHeadAttention(d_model, n_heads, dropout)
        for name in [name for name, part in self.named_children() if isinstance(part, MultiHeadAttention) and name not in ("reading", "looking")]:
            delattr(self, name)
        self.network = next(part for part in self.children() if isinstance(part, FeedForward))

    def forward(self, x, memory, self_mask=None, memory_mask=None):
        x = self.after_self(x, self.looking(x, x, x, self_mask))
        x = self.after_reading(x, self.reading(x, memory, memory, memory_mask))
        return self.after_network(x, self.network(x))
