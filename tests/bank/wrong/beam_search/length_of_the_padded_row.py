"""Your code divides finished hypotheses by the penalty of the length at which the search stopped. Each has its own length, which ends with its eos."""

import torch

@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training, pad_id = model.training, getattr(model, "pad_id", 0)
    model.eval()
    memory = model.encode(src)
    rows, scores = [], []
    for i in range(len(src)):
        live, totals, done = torch.tensor([[bos_id]]), torch.zeros(1, dtype=memory.dtype), []
        while len(live) and live.shape[1] < max_length:
            n = len(live)
            log_p = model.decode(live, memory[i : i + 1].expand(n, -1, -1), src[i : i + 1].expand(n, -1))[:, -1].log_softmax(-1)
            table = (totals[:, None] + log_p).flatten()
            totals, places = table.topk(min(beam_size - len(done), table.numel()))
            live = torch.cat([live[places // log_p.shape[1]], (places % log_p.shape[1])[:, None]], dim=1)
            ended = live[:, -1] == eos_id
            done += list(zip(totals[ended].tolist(), live[ended]))
            live, totals = live[~ended], totals[~ended]
        done += list(zip(totals.tolist(), live))
        longest = max(len(row) for _, row in done) - 1
        total, row = max(done, key=lambda one: one[0] / ((5 + longest) / 6) ** length_penalty)
        rows.append(row)
        scores.append(total / ((5 + longest) / 6) ** length_penalty)
    model.train(was_training)
    return torch.nn.utils.rnn.pad_sequence(rows, True, pad_id), torch.tensor(scores, dtype=memory.dtype)
