"""Lesson 05's Transformer on several processes: DistributedDataParallel with the gloo backend, on the CPU.

    python benchmarks/train_ddp.py                                  one process, the whole batch
    torchrun --nproc-per-node 2 benchmarks/train_ddp.py             two processes, half of it each

Both print the same losses. The words are random: what is shown is the arithmetic, not a translation.
"""

import argparse
import os

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.parallel import DistributedDataParallel

from utils.checking.reference import reference

WORDS, BATCH, LONGEST = 36, 16, 10


def global_batch(step: int) -> tuple[Tensor, Tensor]:
    """Every process draws the same batch; sentences have different lengths, so the parts hold unlike numbers of tokens."""
    generator = torch.Generator().manual_seed(step)
    src = torch.randint(4, WORDS, (BATCH, LONGEST), generator=generator)
    lengths = torch.randint(2, LONGEST + 1, (BATCH, 1), generator=generator)
    src = src.masked_fill(torch.arange(LONGEST) >= lengths, 0)
    return src, F.pad(F.pad(src, (1, 0), value=1), (0, 1), value=0)


def train(steps: int) -> list[float]:
    """The global loss of each step; alone, or as one of the processes that torchrun started."""
    rank, world = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    torch.manual_seed(0)
    model: nn.Module = reference()["Transformer"](WORDS, WORDS, d_model=32, n_heads=4, n_layers=2, d_ff=64, dropout=0.0)
    if world > 1:
        model = DistributedDataParallel(model)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    losses = []
    for step in range(steps):
        src, tgt = global_batch(step)
        tokens = (tgt[:, 1:] != 0).sum()
        src, tgt = src[rank::world], tgt[rank::world]
        logits = model(src, tgt[:, :-1])
        total = F.cross_entropy(logits.flatten(0, 1), tgt[:, 1:].flatten(), ignore_index=0, reduction="sum")
        # Gradients are averaged over the processes: times `world` makes that a sum, and the sum over all tokens
        # divided by their number is the mean over the whole batch.
        loss = total * world / tokens
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        shown = total.detach() / tokens
        if world > 1:
            dist.all_reduce(shown)
        losses.append(shown.item())
    return losses


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--steps", type=int, default=10)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    several = "WORLD_SIZE" in os.environ
    if several:
        dist.init_process_group("gloo")
    losses = train(arguments.steps)
    if int(os.environ.get("RANK", 0)) == 0:
        print("\n".join(f"step {step}: loss {loss:.5f}" for step, loss in enumerate(losses)))
    if several:
        dist.destroy_process_group()


if __name__ == "__main__":
    main()
