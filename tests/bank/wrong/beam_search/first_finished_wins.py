"""Your search of a sentence ends with the first hypothesis that reaches eos. One that ends later may have the better score: go on while hypotheses are open."""

import torch

@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training, pad_id = model.training, getattr(model, "pad_id", 0)
    model.eval()
    memory = model.encode(src)
    results = []
    for i in range(src.size(0)):
        beams, finished = [([bos_id], 0.0)], []
        while not finished and len(beams[0][0]) < max_length:
            n = len(beams)
            ys = torch.tensor([tokens for tokens, _ in beams])
            log_p = model.decode(ys, memory[i : i + 1].expand(n, -1, -1), src[i : i + 1].expand(n, -1))[:, -1].log_softmax(-1)
            candidates = []
            for (tokens, score), row in zip(beams, log_p):
                values, words = row.topk(min(beam_size, row.numel()))
                candidates += [(tokens + [w], score + v) for v, w in zip(values.tolist(), words.tolist())]
            beams = sorted(candidates, key=lambda one: one[1], reverse=True)[:beam_size]
            finished = [one for one in beams if one[0][-1] == eos_id]
        tokens, total = max(finished or beams, key=lambda one: one[1])
        results.append((tokens, total / ((4 + len(tokens)) / 6) ** length_penalty))
    model.train(was_training)
    longest = max(len(tokens) for tokens, _ in results)
    tokens = torch.tensor([t + [pad_id] * (longest - len(t)) for t, _ in results])
    return tokens, torch.tensor([s for _, s in results], dtype=memory.dtype)
