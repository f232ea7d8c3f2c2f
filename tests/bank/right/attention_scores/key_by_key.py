import torch


def attention_scores(q, k):
    columns = []
    for j in range(k.size(-2)):
        key = k[..., j, :].unsqueeze(-1)
        columns.append((q @ key).squeeze(-1))
    return torch.stack(columns, dim=-1)
