"""In your code a model that comes in training mode decodes with dropout, which disturbs the choice of words; call model.eval() first."""

import torch


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    pad_id = getattr(model, "pad_id", 0)
    with torch.no_grad():
        memory = model.encode(src)
        finished = torch.zeros(len(src), dtype=torch.bool, device=src.device)
        tokens = torch.full((len(src), 1), bos_id, dtype=torch.long, device=src.device)
        for _ in range(max_length - 1):
            logits = model.decode(tokens, memory, src)
            scores = logits[:, -1]
            best = scores.argmax(dim=-1)
            ended = best == eos_id
            word = best.masked_fill(finished, pad_id)
            tokens = torch.cat([tokens, word.unsqueeze(1)], dim=1)
            finished = finished | ended
            if finished.all():
                break
    model.train(was_training)
    return tokens
