"""With top_k your code keeps the tokens with the smallest logits, at temperature 0 too; keep those with the largest."""

import torch

class _Sampler:
    def __init__(self, temperature, top_k, generator):
        self.temperature, self.top_k, self.generator = temperature, top_k, generator

    def candidates(self, logits):
        many = logits.shape[-1]
        return logits.topk(min(self.top_k or many, many), dim=-1, largest=not self.top_k)

    def __call__(self, logits):
        values, words = self.candidates(logits)
        if self.temperature == 0:
            return words[:, 0]
        steps = (values / self.temperature).softmax(dim=-1).cumsum(dim=-1)
        dice = torch.rand(len(logits), 1, generator=self.generator, dtype=steps.dtype) * steps[:, -1:]
        place = torch.searchsorted(steps, dice, right=True).clamp(max=steps.shape[-1] - 1)
        return words.gather(1, place).squeeze(1)


def sample_next(logits, temperature=1.0, top_k=None, generator=None):
    return _Sampler(temperature, top_k, generator)(logits)
