import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    before = model.training
    model.train(False)
    pad = getattr(model, "pad_id", 0)
    all_tokens, all_scores = [], []
    with torch.no_grad():
        memories = model.encode(src)
        for i in range(src.size(0)):
            beam = [(0.0, 0.0, [bos_id])]
            for step in range(1, max_length):
                penalty = ((5 + step) / 6) ** length_penalty
                pool = [h for h in beam if h[2][-1] == eos_id and len(h[2]) > 1]
                live = [h for h in beam if not (h[2][-1] == eos_id and len(h[2]) > 1)]
                if not live:
                    break
                n = len(live)
                scores = model.decode(
                    torch.tensor([h[2] for h in live]), memories[i : i + 1].expand(n, -1, -1), src[i : i + 1].expand(n, -1)
                )[:, -1]
                for h, row in zip(live, scores.log_softmax(-1)):
                    top = row.topk(min(beam_size, row.numel()))
                    for lp, word in zip(top.values.tolist(), top.indices.tolist()):
                        total = h[1] + lp
                        pool.append((total / penalty, total, h[2] + [word]))
                pool.sort(key=lambda h: h[0], reverse=True)
                beam = pool[:beam_size]
            score, _, tokens = max(beam)
            all_tokens.append(tokens + [pad] * (max_length - len(tokens)))
            all_scores.append(score)
    model.train(before)
    return torch.tensor(all_tokens), torch.tensor(all_scores)
