"""One training step of the course's Transformer against nn.Transformer of the same sizes, side by side in one process.

    python benchmarks/training_step.py [ROUNDS]

d_model 128, 2 + 2 layers, 8 heads, d_ff 512, batch 32, length 32, one thread; embeddings and the tied output projection are
the course's in both. Steps alternate, and the median of the pairs' ratios is printed.
"""

import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

from utils.checking.reference import reference

VOCABULARY, D_MODEL, HEADS, LAYERS, D_FF, BATCH, LENGTH = 1000, 128, 8, 2, 512, 32, 32


class TorchTransformer(nn.Module):
    """nn.Transformer between the course's embeddings and the tied projection."""

    def __init__(self):
        super().__init__()
        embedding = reference()["TransformerEmbedding"]
        self.source, self.target = embedding(VOCABULARY, D_MODEL), embedding(VOCABULARY, D_MODEL)
        self.transformer = nn.Transformer(D_MODEL, HEADS, LAYERS, LAYERS, D_FF, dropout=0.1, batch_first=True)
        self.table = next(one for one in self.target.parameters() if one.dim() == 2)

    def forward(self, src, tgt):
        hidden = torch.triu(torch.ones(tgt.shape[1], tgt.shape[1], dtype=torch.bool), diagonal=1)
        padding = src == 0
        states = self.transformer(
            self.source(src),
            self.target(tgt),
            tgt_mask=hidden,
            src_key_padding_mask=padding,
            tgt_key_padding_mask=tgt == 0,
            memory_key_padding_mask=padding,
        )
        return F.linear(states, self.table)


def step(model, optimizer, src, tgt) -> float:
    start = time.perf_counter()
    optimizer.zero_grad()
    F.cross_entropy(model(src, tgt).flatten(0, 1), tgt.flatten()).backward()
    optimizer.step()
    return time.perf_counter() - start


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    ours = reference()["Transformer"](VOCABULARY, VOCABULARY, D_MODEL, HEADS, LAYERS, D_FF)
    pair = [(model, torch.optim.Adam(model.parameters())) for model in (ours, TorchTransformer())]
    src, tgt = torch.randint(4, VOCABULARY, (2, BATCH, LENGTH))
    times = [[step(model, optimizer, src, tgt) for model, optimizer in pair] for _ in range(rounds + 3)][3:]
    ratio = statistics.median(one / other for one, other in times)
    print(
        f"course {statistics.median(one for one, _ in times) * 1e3:.1f} ms, torch {statistics.median(t for _, t in times) * 1e3:.1f} ms"
    )
    print(f"median ratio of {rounds} pairs: {ratio:.2f}")


if __name__ == "__main__":
    main()
