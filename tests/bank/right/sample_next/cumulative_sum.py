import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return logits.max(dim=-1).indices
    x = logits.clone()
    if top_k:
        for row in x:
            order = sorted(range(len(row)), key=lambda i: -row[i].item())
            row[order[top_k:]] = -float("inf")
    shares = torch.exp(x / temperature - torch.logsumexp(x / temperature, dim=-1, keepdim=True))
    u = torch.rand(len(x), 1, generator=generator)
    return (shares.cumsum(-1) < u).sum(-1).clamp(max=x.shape[-1] - 1)
