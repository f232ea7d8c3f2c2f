"""Your code fills finished rows with 0. Fill them with model.pad_id."""

import torch


def _attentions(module):
    return [part for part in module.modules() if hasattr(part, "w_k")]


def _decoder(model):
    stacks = [part for part in model.modules() if hasattr(part, "layers")]
    return next(part for part in stacks if len(_attentions(part)) == 2 * len(part.layers))


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    @torch.no_grad()
    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        model, pad = self.model, getattr(self.model, "pad_id", 0)
        was = model.training
        model.eval()
        memory = model.encode(src)
        decoder = _decoder(model)
        changed = [decoder]
        whole = decoder.forward

        def newest(x, memory, self_mask=None, memory_mask=None):
            if self_mask is not None:
                self_mask = self_mask[..., -1:, :]
            return whole(x[:, -1:], memory, self_mask, memory_mask)

        def remember(linear):
            project, kept = linear.forward, []

            def forward(x):
                if x is not memory or not kept:
                    kept.append(project(x))
                return torch.cat(kept, dim=1)

            linear.forward = forward
            changed.append(linear)

        try:
            decoder.forward = newest
            for attention in _attentions(decoder):
                remember(attention.w_k)
                remember(attention.w_v)
            tokens = torch.full((len(src), 1), bos_id)
            finished = torch.zeros(len(src), dtype=torch.bool)
            while tokens.shape[1] < max_length and not finished.all():
                word = model.decode(tokens, memory, src)[:, -1].argmax(dim=-1)
                word = word.masked_fill(finished, 0)
                finished = finished | (word == eos_id)
                tokens = torch.cat([tokens, word[:, None]], dim=1)
        finally:
            for part in changed:
                del part.forward
            model.train(was)
        return tokens
