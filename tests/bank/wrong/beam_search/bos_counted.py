"""Your length is one too large, as if bos counted too; it counts what was generated, eos included and bos not."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        found = [search(model, row[None], beam_size, max_length, bos_id, eos_id, length_penalty) for row in src]
    model.train(was_training)
    longest = max(len(tokens) for _, tokens in found)
    rows = [tokens + [getattr(model, "pad_id", 0)] * (longest - len(tokens)) for _, tokens in found]
    return torch.tensor(rows), torch.tensor([score for score, _ in found])


def search(model, src, beam_size, max_length, bos_id, eos_id, length_penalty):
    memory = model.encode(src)
    live, done = [(0.0, [bos_id])], []
    for length in range(1, max_length):
        grown = []
        for total, tokens in live:
            shares = model.decode(torch.tensor([tokens]), memory, src)[0, -1].log_softmax(-1)
            grown += [(total + share, [*tokens, word]) for word, share in enumerate(shares.tolist())]
        grown = sorted(grown, reverse=True)[: beam_size - len(done)]
        penalty = ((6 + length) / 6) ** length_penalty
        done += [(total / penalty, tokens) for total, tokens in grown if tokens[-1] == eos_id]
        live = [(total, tokens) for total, tokens in grown if tokens[-1] != eos_id]
        if not live:
            break
    done += [(total / penalty, tokens) for total, tokens in live]
    return max(done)
