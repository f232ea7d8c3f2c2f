import torch.nn as nn


class TransformerEmbedding(nn.Module):
    def __init__(self, vocab_size, d_model, max_length=512, dropout=0.0):
        super().__init__()
        self.embed = TokenEmbedding(vocab_size, d_model)
        self.register_buffer("pe", sinusoidal_positions(max_length, d_model).unsqueeze(0), persistent=True)
        self.drop = nn.Dropout(p=dropout)

    def forward(self, x):
        if x.size(1) > self.pe.size(1):
            raise ValueError(f"{x.size(1)} > {self.pe.size(1)}")
        return self.drop(self.embed(x) + self.pe[:, : x.size(1)])
