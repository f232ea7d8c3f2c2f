"""Your score is the mean of the log-probabilities; the contract has the GNMT penalty, ((5 + length) / 6) ** length_penalty, which favours long results less."""

import torch


@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    try:
        pad = getattr(model, "pad_id", 0)
        results = []
        for i in range(src.shape[0]):
            row = src[i : i + 1]
            memory = model.encode(row)
            beams = [([bos_id], 0.0)]
            finished = []
            for _ in range(max_length - 1):
                candidates = []
                for tokens, logp in beams:
                    logits = model.decode(torch.tensor([tokens], device=src.device), memory, row)[0, -1]
                    for token, value in enumerate(logits.log_softmax(-1).tolist()):
                        candidates.append((tokens + [token], logp + value))
                candidates.sort(key=lambda c: c[1], reverse=True)
                beams = []
                for tokens, logp in candidates[: beam_size - len(finished)]:
                    if tokens[-1] == eos_id:
                        finished.append((tokens, logp))
                    else:
                        beams.append((tokens, logp))
                if not beams:
                    break
            scored = [(logp / max(1, len(tokens) - 1), tokens) for tokens, logp in finished + beams]
            results.append(max(scored, key=lambda s: s[0]))
        width = max(len(tokens) for _, tokens in results)
        out = torch.full((len(results), width), pad, dtype=torch.long, device=src.device)
        for i, (_, tokens) in enumerate(results):
            out[i, : len(tokens)] = torch.tensor(tokens)
        return out, torch.tensor([score for score, _ in results], device=src.device)
    finally:
        model.train(was_training)
