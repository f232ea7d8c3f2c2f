import math

import torch
import torch.nn.functional as F


def perplexity(model, tokens):
    modes = {module: module.training for module in model.modules()}
    model.eval()
    total, count = 0.0, 0
    with torch.inference_mode():
        for row in tokens:
            logits = model(row.unsqueeze(0))[0]
            total += float(F.cross_entropy(logits[:-1], row[1:], reduction="sum"))
            count += len(row) - 1
    for module, training in modes.items():
        module.training = training
    return math.exp(total / count)
