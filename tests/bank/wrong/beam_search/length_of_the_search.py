"""Your length goes on growing after eos, as long as the search does. A finished hypothesis keeps its own length."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    pad = getattr(model, "pad_id", 0)
    mode = model.training
    model.eval()
    with torch.no_grad():
        batch, K = src.size(0), beam_size
        memory = model.encode(src).repeat_interleave(K, dim=0)
        source = src.repeat_interleave(K, dim=0)
        tokens = torch.full((batch * K, 1), bos_id, dtype=torch.long, device=src.device)
        logp = torch.full((batch, K), float("-inf"), dtype=memory.dtype)
        logp[:, 0] = 0
        done = torch.zeros(batch, K, dtype=torch.bool)
        length = torch.zeros(batch, K, dtype=torch.long)
        for _ in range(max_length - 1):
            step = model.decode(tokens, memory, source)[:, -1].log_softmax(-1).view(batch, K, -1)
            V = step.size(-1)
            only_pad = torch.full((V,), float("-inf"), dtype=step.dtype)
            only_pad[pad] = 0
            step = torch.where(done[..., None], only_pad, step)
            total = (logp[..., None] + step).view(batch, K * V)
            logp, index = total.topk(K, dim=1)
            parent, token = index // V, index % V
            rows = (torch.arange(batch)[:, None] * K + parent).flatten()
            tokens = torch.cat([tokens[rows], token.view(-1, 1)], dim=1)
            done, length = done.gather(1, parent), length.gather(1, parent)
            length = length + 1
            done = done | (token == eos_id)
            if done.all():
                break
        scores = logp / ((5 + length) / 6) ** length_penalty
        best_score, best = scores.max(dim=1)
        tokens = tokens.view(batch, K, -1)[torch.arange(batch), best]
    model.train(mode)
    return tokens, best_score
