"""Your search runs the model with gradients on: every step keeps a graph for a backward pass that never comes. Search inside torch.no_grad()."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    rows, scores = [], []
    for source in src:
        memory = model.encode(source[None])
        beam, ended = [([bos_id], 0.0)], []
        for _ in range(max_length - 1):
            longer = []
            for ids, total in beam:
                shares = model.decode(torch.tensor([ids]), memory, source[None])[0, -1].log_softmax(-1)
                values, words = shares.topk(min(beam_size, len(shares)))
                longer += [(ids + [word], total + value) for value, word in zip(values.tolist(), words.tolist())]
            longer.sort(key=lambda one: -one[1])
            ended += [one for one in longer[:beam_size] if one[0][-1] == eos_id]
            beam = [one for one in longer if one[0][-1] != eos_id][:beam_size]
            if not beam:
                break
        final = [(total / ((4 + len(ids)) / 6) ** length_penalty, ids) for ids, total in ended + beam]
        score, ids = max(final, key=lambda one: one[0])
        rows.append(torch.tensor(ids))
        scores.append(score)
    model.train(was_training)
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=pad), torch.tensor(scores)
