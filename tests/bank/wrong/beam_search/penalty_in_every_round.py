"""Your code divides the running sum by the penalty in every round, so early words are divided again and again. Keep the bare sum, and divide a copy of it when hypotheses are compared."""

import torch

@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training, pad_id = model.training, getattr(model, "pad_id", 0)
    model.eval()
    memory = model.encode(src)
    results = []
    for i in range(src.size(0)):
        beams, finished = [([bos_id], 0.0)], []
        for length in range(1, max_length):
            n = len(beams)
            ys = torch.tensor([tokens for tokens, _ in beams])
            log_p = model.decode(ys, memory[i : i + 1].expand(n, -1, -1), src[i : i + 1].expand(n, -1))[:, -1].log_softmax(-1)
            lp = ((5 + length) / 6) ** length_penalty
            candidates = []
            for (tokens, score), row in zip(beams, log_p):
                values, words = row.topk(min(beam_size, row.numel()))
                candidates += [(tokens + [w], (score + v) / lp) for v, w in zip(values.tolist(), words.tolist())]
            candidates.sort(key=lambda one: one[1], reverse=True)
            candidates = candidates[: beam_size - len(finished)]
            finished += [one for one in candidates if one[0][-1] == eos_id]
            beams = [one for one in candidates if one[0][-1] != eos_id]
            if not beams:
                break
        results.append(max(finished + beams, key=lambda one: one[1]))
    model.train(was_training)
    longest = max(len(tokens) for tokens, _ in results)
    tokens = torch.tensor([t + [pad_id] * (longest - len(t)) for t, _ in results])
    return tokens, torch.tensor([s for _, s in results], dtype=memory.dtype)
