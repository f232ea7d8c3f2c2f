import torch
import torch.nn.functional as F


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    mode = model.training
    model.eval()
    try:
        with torch.inference_mode():
            results = [one_sentence(model, src[i : i + 1], beam_size, max_length, bos_id, eos_id, length_penalty) for i in range(len(src))]
    finally:
        model.train(mode)
    longest = max(len(tokens) for tokens, _ in results)
    pad = getattr(model, "pad_id", 0)
    out = torch.tensor([tokens + [pad] * (longest - len(tokens)) for tokens, _ in results])
    return out, torch.tensor([score for _, score in results])


def one_sentence(model, src, k, max_length, bos, eos, power):
    memory = model.encode(src)
    live, finished = [([bos], 0.0)], []
    norm = lambda tokens, total: total / ((5 + len(tokens) - 1) / 6) ** power
    while len(live[0][0]) < max_length and len(finished) < k:
        tgt = torch.tensor([tokens for tokens, _ in live])
        n = len(live)
        log_p = F.log_softmax(model.decode(tgt, memory.repeat(n, 1, 1), src.repeat(n, 1))[:, -1], -1)
        candidates = []
        for (tokens, total), row in zip(live, log_p.tolist()):
            candidates += [(tokens + [w], total + lp) for w, lp in enumerate(row)]
        candidates.sort(key=lambda one: -one[1])
        for tokens, total in candidates[:k]:
            if tokens[-1] == eos:
                finished.append((tokens, norm(tokens, total)))
        live = [one for one in candidates if one[0][-1] != eos][:k]
    if len(finished) < k:
        finished += [(tokens, norm(tokens, total)) for tokens, total in live if len(tokens) == max_length]
    return max(finished, key=lambda one: one[1])
