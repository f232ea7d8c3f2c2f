import torch


@torch.no_grad()
def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    training = model.training
    model.eval()
    try:
        pad = getattr(model, "pad_id", 0)
        memory = model.encode(src)
        out = src.new_full((src.size(0), max_length), pad)
        out[:, 0] = bos_id
        done = [False] * src.size(0)
        for t in range(1, max_length):
            logits = model.decode(out[:, :t], memory, src)
            for row in range(src.size(0)):
                if not done[row]:
                    out[row, t] = logits[row, t - 1].argmax()
                    done[row] = int(out[row, t]) == eos_id
        return out
    finally:
        model.train(training)
