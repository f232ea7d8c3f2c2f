"""Your code never lets eos be the first word, so the empty sentence cannot win. eos competes with the other words from the first step on."""

import torch


@torch.no_grad()
def _generate(model, src, beam, max_len, bos, eos, lenpen, min_len=1):
    enc = model.encode(src)
    hypos = []
    for enc_row, src_row in zip(enc, src):
        active = [(0.0, (bos,))]
        finalized = []
        step = 0
        while active and step < max_len - 1:
            tokens = torch.tensor([t for _, t in active])
            n = len(active)
            lprobs = torch.log_softmax(
                model.decode(tokens, enc_row.expand(n, *enc_row.shape), src_row.expand(n, -1))[:, -1], dim=-1
            )
            if step < min_len:
                lprobs[:, eos] = -float("inf")  # minimum length constraint
            cand = [
                (s + lprobs[j, w].item(), t + (w,)) for j, (s, t) in enumerate(active) for w in range(lprobs.size(1))
            ]
            cand.sort(key=lambda c: -c[0])
            step += 1
            cand = cand[: beam - len(finalized)]
            finalized += [(s / ((5 + step) / 6) ** lenpen, t) for s, t in cand if t[-1] == eos]
            active = [(s, t) for s, t in cand if t[-1] != eos]
        finalized += [(s / ((5 + step) / 6) ** lenpen, t) for s, t in active]
        hypos.append(max(finalized, key=lambda h: h[0]))
    return hypos, enc.dtype


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    training = model.training
    model.eval()
    hypos, dtype = _generate(model, src, beam_size, max_length, bos_id, eos_id, length_penalty)
    model.train(training)
    pad = getattr(model, "pad_id", 0)
    width = max(len(t) for _, t in hypos)
    return (
        torch.tensor([list(t) + [pad] * (width - len(t)) for _, t in hypos]),
        torch.tensor([s for s, _ in hypos], dtype=dtype),
    )
