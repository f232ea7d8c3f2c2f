import torch


def one(model, src, max_length, bos_id, eos_id):
    tokens = [bos_id]
    memory = model.encode(src)
    while len(tokens) < max_length and tokens[-1] != eos_id or len(tokens) == 1 and max_length > 1:
        tokens.append(int(model.decode(torch.tensor([tokens]), memory, src)[0, -1].argmax()))
    return tokens


def greedy_decode(model, src, max_length, bos_id=1, eos_id=2):
    was = model.training
    model.eval()
    with torch.no_grad():
        rows = [one(model, row.unsqueeze(0), max_length, bos_id, eos_id) for row in src]
    model.train(was)
    pad, longest = getattr(model, "pad_id", 0), max(map(len, rows))
    return torch.tensor([row + [pad] * (longest - len(row)) for row in rows])
