import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    if temperature == 0:
        return torch.argmax(logits, -1)
    scaled = logits / temperature
    if top_k is not None:
        k = min(top_k, scaled.size(-1))
        v, _ = torch.topk(scaled, k)
        scaled = torch.where(scaled < v[:, [-1]], float("-inf"), scaled)
    return torch.multinomial(torch.softmax(scaled, -1), num_samples=1, generator=generator)[:, 0]
