"""Your code adds up the raw scores (logits); they mean something only after log_softmax."""

from functools import reduce, partial
import torch


def beam_search(model, src, beam_size, max_length, bos_id=1, eos_id=2, length_penalty=0.6):
    mode = model.training
    model.eval()
    score = lambda c: c[0] / ((4 + len(c[1])) / 6) ** length_penalty

    @torch.no_grad()
    def one(sentence):
        memory = model.encode(sentence)

        def grow(state, _):
            live, done = state
            if not live:
                return state
            ask = lambda ids: model.decode(torch.tensor([ids]), memory, sentence)[0, -1].tolist()
            grown = [(total + z, ids + [w]) for total, ids in live for w, z in enumerate(ask(ids))]
            grown = sorted(grown, key=lambda c: -c[0])[:beam_size]
            return [c for c in grown if c[1][-1] != eos_id], done + [c for c in grown if c[1][-1] == eos_id]

        live, done = reduce(grow, range(max_length - 1), ([(0.0, [bos_id])], []))
        return max(live + done, key=score)

    best = [one(sentence) for sentence in src.split(1)]
    model.train(mode)
    return pad_batch([ids for _, ids in best], getattr(model, "pad_id", 0)), torch.tensor([score(c) for c in best])
