"""Your code keeps the share it should drop: `dropout` is the share that is dropped, as p is in nn.Dropout(p)."""

from torch import nn


class AddAndNorm(nn.Module):
    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(1 - dropout if dropout else 0.0)

    def forward(self, x, sublayer_output):
        return self.norm(x + self.dropout(sublayer_output))
