"""Your code picks the highest logits first and takes log_softmax of these alone, so the probabilities of a few words make 1. Take log_softmax over the whole vocabulary, then pick."""

import torch


@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    training = model.training
    model.eval()
    memory = model.encode(src)
    pad = model.pad_id if hasattr(model, "pad_id") else 0
    sentences, values = [], []
    for i in range(src.shape[0]):
        beams = [([bos_id], 0.0)]
        complete = []
        while beams and len(beams[0][0]) < max_length:
            expanded = []
            for seq, logprob in beams:
                logits = model.decode(torch.tensor([seq]), memory[i : i + 1], src[i : i + 1])[0, -1]
                top_logits, top_ids = torch.topk(logits, min(beam_size, logits.numel()))
                for lp, idx in zip(torch.log_softmax(top_logits, dim=0).tolist(), top_ids.tolist()):
                    expanded.append((seq + [idx], logprob + lp))
            expanded.sort(key=lambda b: b[1], reverse=True)
            beams = []
            for candidate in expanded[: beam_size - len(complete)]:
                (complete if candidate[0][-1] == eos_id else beams).append(candidate)
        complete += beams
        normed = [(lp / ((5 + len(seq) - 1) / 6) ** length_penalty, seq) for seq, lp in complete]
        value, seq = max(normed, key=lambda x: x[0])
        sentences.append(seq)
        values.append(value)
    model.train(training)
    width = max(map(len, sentences))
    return torch.tensor([s + [pad] * (width - len(s)) for s in sentences]), torch.tensor(values, dtype=memory.dtype)
