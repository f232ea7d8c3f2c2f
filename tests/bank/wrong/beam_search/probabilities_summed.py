"""Your code adds up probabilities; the probability of a sentence is their product, and its logarithm is the sum of their logarithms. Use log_softmax."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    pad_id = getattr(model, "pad_id", 0)
    rows = []
    scores = []
    with torch.no_grad():
        for source in src.split(1):
            memory = model.encode(source)
            live = [(0.0, [bos_id])]
            done = []
            for _ in range(max_length - 1):
                grown = []
                for total, tokens in live:
                    logits = model.decode(torch.tensor([tokens]), memory, source)
                    newest = logits[0, -1]
                    log_p = newest.softmax(-1).tolist()
                    for word in range(len(log_p)):
                        grown.append((total + log_p[word], [*tokens, word]))
                grown = sorted(grown, reverse=True)
                kept = grown[: beam_size - len(done)]
                live = []
                for total, tokens in kept:
                    if tokens[-1] == eos_id:
                        done.append((total, tokens))
                    else:
                        live.append((total, tokens))
                if not live:
                    break
            scored = []
            for total, tokens in done + live:
                length = len(tokens) - 1
                penalty = ((5 + length) / 6) ** length_penalty
                scored.append((total / penalty, tokens))
            score, tokens = max(scored)
            rows.append(tokens)
            scores.append(score)
    model.train(was_training)
    longest = max(len(tokens) for tokens in rows)
    rows = [tokens + [pad_id] * (longest - len(tokens)) for tokens in rows]
    return torch.tensor(rows), torch.tensor(scores)
