import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    before = model.training
    with torch.no_grad():
        logits = model.train(False)(tokens)
    if before:
        model.train()
    loss = F.cross_entropy(logits.transpose(1, 2)[..., :-1].double(), tokens[:, 1:])
    return float(torch.exp(loss))
