"""Your code repeats the source in another order than the hypotheses, so they see another sentence's padding: `repeat` gives 0 1 0 1, `repeat_interleave` 0 0 1 1."""

import torch


@torch.no_grad()
def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    training = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    batch, k = src.shape[0], beam_size
    memory = model.encode(src).repeat_interleave(k, 0)
    sources = src.repeat(k, 1)
    tokens = torch.full((batch, k, 1), bos_id, dtype=torch.long)
    totals = torch.full((batch, k), float("-inf"))
    totals[:, 0] = 0
    lengths = torch.zeros(batch, k)
    done = torch.zeros(batch, k, dtype=torch.bool)
    while tokens.shape[-1] < max_length and not done.all():
        log_p = model.decode(tokens.flatten(0, 1), memory, sources)[:, -1].log_softmax(-1).view(batch, k, -1)
        vocab = log_p.shape[-1]
        log_p = log_p.masked_fill(done[..., None], float("-inf"))
        log_p[..., pad] = torch.where(done, 0.0, log_p[..., pad])
        totals, index = (totals[..., None] + log_p).flatten(1).topk(k, -1)
        parent, word = index // vocab, index % vocab
        tokens = torch.cat([tokens.gather(1, parent[..., None].expand_as(tokens)), word[..., None]], -1)
        done, lengths = done.gather(1, parent), lengths.gather(1, parent)
        lengths = lengths + (~done).float()
        done = done | (word == eos_id)
    scores = totals / ((5 + lengths) / 6) ** length_penalty
    best = scores.argmax(1)
    model.train(training)
    rows = torch.arange(batch)
    return tokens[rows, best], scores[rows, best]
