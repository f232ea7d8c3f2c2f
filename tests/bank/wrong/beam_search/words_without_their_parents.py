"""Your code adds each chosen word to the hypothesis at the same place, not to the one that it was chosen for. Take the tokens of its parent first."""

import torch


def search(model, src, beam_size, max_length, bos_id, eos_id, length_penalty):
    memory = model.encode(src)
    live = torch.full((1, 1), bos_id)
    totals = memory.new_zeros(1)
    done = []
    while live.shape[1] < max_length and len(live) > 0:
        n = len(live)
        logits = model.decode(live, memory.expand(n, -1, -1), src.expand(n, -1))[:, -1]
        sums = totals[:, None] + logits.log_softmax(-1)
        totals, places = sums.flatten().topk(min(beam_size - len(done), sums.numel()))
        parents, words = places // sums.shape[1], places % sums.shape[1]
        if len(words) != n:
            live = live[parents]
        live = torch.cat([live, words[:, None]], dim=1)
        penalty = ((5 + live.shape[1] - 1) / 6) ** length_penalty
        ended = words == eos_id
        done += zip(totals[ended] / penalty, live[ended])
        live, totals = live[~ended], totals[~ended]
    penalty = ((5 + live.shape[1] - 1) / 6) ** length_penalty
    done += zip(totals / penalty, live)
    return max(done, key=lambda one: one[0].item())


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        best = [search(model, row[None], beam_size, max_length, bos_id, eos_id, length_penalty) for row in src]
    model.train(was_training)
    pad_id = getattr(model, "pad_id", 0)
    rows = torch.nn.utils.rnn.pad_sequence([row for _, row in best], batch_first=True, padding_value=pad_id)
    return rows, torch.stack([score for score, _ in best])
