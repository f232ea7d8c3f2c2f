"""Your code sets `model.training` back, which is the flag of the outermost module alone: its parts, the dropouts among them, stay in evaluation mode. `model.train(...)` reaches all."""

import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    flag = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    state = {"tokens": torch.full((src.shape[0], 1), bos_id), "done": torch.zeros(src.shape[0], dtype=torch.bool)}
    memory = model.encode(src)
    for _ in range(1, max_length):
        word = model.decode(state["tokens"], memory, src)[:, -1].argmax(-1).masked_fill(state["done"], pad)
        state["tokens"] = torch.cat([state["tokens"], word[:, None]], 1)
        state["done"] = state["done"] | (word == eos_id)
        if state["done"].all():
            break
    model.training = flag
    return state["tokens"]
