import torch


def one(row, temperature, top_k, generator):
    if temperature == 0:
        return int(row.argmax())
    if top_k is None:
        top_k = len(row)
    values, ids = row.sort(descending=True)
    shares = torch.nn.functional.softmax(values[:top_k] / temperature, dim=0)
    return int(ids[torch.multinomial(shares, 1, generator=generator)])


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    return torch.tensor([one(row, temperature, top_k, generator) for row in logits])
