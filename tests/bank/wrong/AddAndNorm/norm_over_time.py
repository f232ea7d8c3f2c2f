"""Your norm averages over the tokens of a sentence, so later words change what earlier ones become; average over the numbers of each token."""

from torch import nn


class AddAndNorm(nn.Module):

    def __init__(self, d_model, dropout=0.0):
        super().__init__()
        self.norm = LayerNorm(d_model)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, sublayer_output):
        x = x + self.dropout(sublayer_output)
        mean, variance = x.mean(-2, keepdim=True), x.var(-2, keepdim=True, unbiased=False)
        return self.norm.weight * (x - mean) / (variance + 1e-5).sqrt() + self.norm.bias
