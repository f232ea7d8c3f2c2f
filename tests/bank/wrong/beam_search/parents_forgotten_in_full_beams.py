"""Your code adds each chosen word to the hypothesis at the same place, not to the one that it was chosen for. Take the tokens of its parent first."""

import torch


def length_norm(total, length, alpha):
    return total / ((5.0 + length) / 6.0) ** alpha


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    training, pad = model.training, getattr(model, "pad_id", 0)
    model.eval()
    B, K = len(src), beam_size
    with torch.no_grad():
        memory = model.encode(src)
        mem = memory.repeat_interleave(K, 0)
        source = src.repeat_interleave(K, 0)
        seqs = torch.full((B * K, 1), bos_id)
        sums = torch.zeros(B, K, dtype=memory.dtype)
        sums[:, 1:] = float("-inf")
        pools = [[] for _ in range(B)]
        for length in range(1, max_length):
            lp = model.decode(seqs, mem, source)[:, -1].log_softmax(-1)
            V = lp.shape[-1]
            cand = (sums.view(B * K, 1) + lp).view(B, K * V)
            sums, idx = cand.topk(K, 1)
            beam, word = idx.div(V, rounding_mode="floor"), idx % V
            rows = (beam + K * torch.arange(B)[:, None]).view(-1)
            seqs = torch.cat((seqs, word.view(-1, 1)), 1)
            for b in range(B):
                for j in range(K):
                    if word[b, j] == eos_id:
                        pools[b].append((length_norm(sums[b, j].item(), length, length_penalty), seqs[b * K + j].tolist()))
                        sums[b, j] = float("-inf")
            if torch.isinf(sums).all():
                break
        for b in range(B):
            for j in range(K):
                if not torch.isinf(sums[b, j]):
                    pools[b].append((length_norm(sums[b, j].item(), seqs.shape[1] - 1, length_penalty), seqs[b * K + j].tolist()))
    model.train(training)
    best = [max(pool) for pool in pools]
    width = max(len(words) for _, words in best)
    tokens = torch.tensor([words + [pad] * (width - len(words)) for _, words in best])
    return tokens, torch.tensor([score for score, _ in best], dtype=memory.dtype)
