"""Your three layers stand in a plain list or dict, where torch does not look: none of their numbers is a parameter, and nothing is trained. Make each an attribute, or use `nn.ModuleList`."""

from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        super().__init__()
        self._layers = [nn.Linear(d_model, d_head, bias=False) for _ in range(3)]

    w_q = property(lambda self: self._layers[0])
    w_k = property(lambda self: self._layers[1])
    w_v = property(lambda self: self._layers[2])

    def forward(self, x, mask=None):
        q, k, v = (layer(x) for layer in self._layers)
        return scaled_dot_product_attention(q, k, v, mask)
