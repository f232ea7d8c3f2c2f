import torch


def perplexity(model, tokens):
    """The geometric mean of one over the probability of what came, token by token."""
    was = model.training
    model.eval()
    logs = []
    with torch.no_grad():
        for t in range(1, tokens.shape[1]):
            logits = model(tokens[:, :t])[:, -1]
            logs.append(logits[torch.arange(len(tokens)), tokens[:, t]] - torch.logsumexp(logits, -1))
    model.train(was)
    return torch.stack(logs).mean().neg().exp().item()
