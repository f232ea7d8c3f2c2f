def mean_pool(hidden, mask):
    m = mask.type_as(hidden)
    return (m.unsqueeze(1) @ hidden).squeeze(1) / m.sum(-1, keepdim=True).clamp_min(1e-9)
