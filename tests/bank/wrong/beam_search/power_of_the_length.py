"""Your code divides by length ** length_penalty: the penalty of the paper (GNMT) is ((5 + length) / 6) ** length_penalty."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    def penalty(n):
        return max(n, 1) ** length_penalty

    def search(one_memory, one_src):
        beams, finished = [([bos_id], 0.0)], []
        for _ in range(max_length - 1):
            prefix = torch.tensor([tokens for tokens, _ in beams], device=src.device)
            n = len(beams)
            logits = model.decode(prefix, one_memory.repeat(n, 1, 1), one_src.repeat(n, 1))[:, -1, :]
            log_p = (logits - logits.logsumexp(dim=-1, keepdim=True)).tolist()
            pool = [
                (tokens + [word], total + log_p[k][word])
                for k, (tokens, total) in enumerate(beams)
                for word in range(len(log_p[k]))
            ]
            pool = sorted(pool, key=lambda one: one[1], reverse=True)[: 2 * beam_size]
            finished += [one for one in pool[:beam_size] if one[0][-1] == eos_id]
            beams = [one for one in pool if one[0][-1] != eos_id][:beam_size]
            if len(finished) >= beam_size or not beams:
                beams = []
                break
        tokens, total = max(finished + beams, key=lambda one: one[1] / penalty(len(one[0]) - 1))
        return tokens, total / penalty(len(tokens) - 1)

    training = model.training
    model.eval()
    with torch.no_grad():
        memory = model.encode(src)
        results = [search(memory[i : i + 1], src[i : i + 1]) for i in range(len(src))]
    if training:
        model.train()
    width = max(len(tokens) for tokens, _ in results)
    pad_id = getattr(model, "pad_id", 0)
    table = torch.tensor([tokens + [pad_id] * (width - len(tokens)) for tokens, _ in results], device=src.device)
    return table, torch.tensor([score for _, score in results], dtype=memory.dtype, device=src.device)
