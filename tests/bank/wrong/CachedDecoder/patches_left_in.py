"""Your decoder replaces methods of the model and never puts them back, so what the model gives afterwards is wrong. Put them back, or leave the model as it is."""

import torch


class CachedDecoder:
    def __init__(self, model):
        self.model = model

    def _patch(self, module, forward, undo):
        module.forward = forward
        undo.append(module)

    def _remember(self, linear, shared, undo):
        project, kept = linear.forward, []

        def forward(x):
            if x is not shared["memory"] or not kept:
                kept.append(project(x))
            return torch.cat(kept, dim=1)

        self._patch(linear, forward, undo)

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        has = lambda m: hasattr(m, "w_k")
        stacks = [m for m in self.model.modules() if hasattr(m, "layers")]
        decoder = next(m for m in stacks if sum(map(has, m.modules())) == 2 * len(m.layers))
        shared, undo = {"memory": None}, []
        whole = decoder.forward

        def newest(x, memory, self_mask=None, memory_mask=None):
            shared["memory"] = memory
            return whole(x[:, -1:], memory, self_mask[..., -1:, :], memory_mask)

        try:
            self._patch(decoder, newest, undo)
            for attention in filter(has, decoder.modules()):
                self._remember(attention.w_k, shared, undo)
                self._remember(attention.w_v, shared, undo)
            return greedy_decode(self.model, src, max_length, bos_id, eos_id)
        finally:
            undo.clear()
