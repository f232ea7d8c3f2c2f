from torch import nn


class SingleHeadAttention(nn.Module):
    def __init__(self, d_model, d_head):
        nn.Module.__init__(self)
        for name in ("w_q", "w_k", "w_v"):
            setattr(self, name, nn.Linear(d_model, d_head, bias=False))
        self.last_weights = None

    def forward(self, x, mask=None):
        q, k, v = project_qkv(x, self.w_q.weight.T, self.w_k.weight.T, self.w_v.weight.T)
        weights = attention_weights(scale_scores(attention_scores(q, k), k.shape[-1]), mask)
        self.last_weights = weights.detach()
        return (weighted_sum(weights, v), weights)
