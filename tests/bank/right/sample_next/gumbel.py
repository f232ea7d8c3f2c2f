import torch


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    """The largest of logits plus Gumbel noise is a draw from the softmax."""
    if temperature < 1e-8:
        return logits.argmax(-1)
    noise = -torch.log(-torch.log(torch.rand(logits.shape, generator=generator, dtype=torch.float64)))
    noisy = logits.double() / temperature + noise
    if top_k is not None and top_k < logits.shape[-1]:
        out = logits.argsort(dim=-1, descending=True)[:, top_k:]
        noisy = noisy.scatter(-1, out, -torch.inf)
    return noisy.argmax(-1)
