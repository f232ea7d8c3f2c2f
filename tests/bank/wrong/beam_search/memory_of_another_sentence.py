"""Your code repeats memory and source in another order than the hypotheses, so a sentence attends to another one's source: `repeat` gives 0 1 0 1, `repeat_interleave` 0 0 1 1."""

import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    was_training = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    batch, k = src.shape[0], beam_size
    with torch.no_grad():
        memory = model.encode(src).repeat(k, 1, 1)
        sources = src.repeat(k, 1)
        tokens = torch.full((batch, k, 1), bos_id)
        totals = torch.full((batch, k), -torch.inf)
        totals[:, 0] = 0.0
        lengths, done = torch.zeros(batch, k), torch.zeros(batch, k, dtype=torch.bool)
        while tokens.shape[-1] < max_length and not done.all():
            shares = model.decode(tokens.flatten(0, 1), memory, sources)[:, -1].log_softmax(-1).view(batch, k, -1)
            shares = shares.masked_fill(done[..., None], -torch.inf)
            shares[..., pad] = torch.where(done, 0.0, shares[..., pad])
            totals, index = (totals[..., None] + shares).flatten(1).topk(k, -1)
            parent, word = index // shares.shape[-1], index % shares.shape[-1]
            tokens = torch.cat([tokens.gather(1, parent[..., None].expand_as(tokens)), word[..., None]], -1)
            done, lengths = done.gather(1, parent), lengths.gather(1, parent)
            lengths = lengths + (~done).float()
            done = done | (word == eos_id)
        scores = totals / ((5 + lengths) / 6) ** length_penalty
        best, rows = scores.argmax(1), torch.arange(batch)
    model.train(was_training)
    return tokens[rows, best], scores[rows, best]
