"""Your decoder copies the model when it is made, so what the model learns later does not reach it. Keep the model itself."""

import torch
import copy
from contextlib import ExitStack
from unittest import mock


class _Cache:
    def __init__(self, linear, memory_side):
        self.project, self.once, self.value = linear.forward, memory_side, None

    def __call__(self, x):
        if self.value is None:
            self.value = self.project(x)
        elif not self.once:
            self.value = torch.cat([self.value, self.project(x)], dim=1)
        return self.value


class CachedDecoder:
    def __init__(self, model):
        self.model = model = copy.deepcopy(model)
        has_two = lambda layer: sum(hasattr(p, "w_k") for p in layer.modules()) == 2
        self.decoder = next(p for p in model.modules() if hasattr(p, "layers") and all(map(has_two, p.layers)))

    def _newest(self, whole):
        def forward(x, memory, self_mask=None, memory_mask=None):
            return whole(x[:, -1:], memory, self_mask[..., -1:, :], memory_mask)

        return forward

    def __call__(self, src, max_length, bos_id=1, eos_id=2):
        with ExitStack() as stack:
            change = lambda part, new: stack.enter_context(mock.patch.object(part, "forward", new))
            change(self.decoder, self._newest(self.decoder.forward))
            for layer in self.decoder.layers:
                own, cross = [p for p in layer.modules() if hasattr(p, "w_k")]
                for attention, memory_side in ((own, False), (cross, True)):
                    change(attention.w_k, _Cache(attention.w_k, memory_side))
                    change(attention.w_v, _Cache(attention.w_v, memory_side))
            return greedy_decode(self.model, src, max_length, bos_id, eos_id)
