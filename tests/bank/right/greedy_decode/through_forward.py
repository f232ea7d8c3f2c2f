import torch


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    mode = model.training
    model.train(False)
    with torch.inference_mode():
        y = torch.tensor([[bos_id]] * len(src))
        while y.size(1) < max_length:
            word = model(src, y)[:, -1, :].topk(1).indices
            ended = (y == eos_id).any(dim=1, keepdim=True)
            y = torch.hstack([y, torch.where(ended, getattr(model, "pad_id", 0), word)])
    model.train(mode)
    return y.clone()
