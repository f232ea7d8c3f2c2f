"""Why attention, as a curve: exact match against length for four models of equal size and about equal CPU time.

The task is to read digits aloud in reverse order ("4 0 7" -> "seven zero four"): each word is trivial, and what is asked is to
remember them all. Writes utils/data/length_curve.json, which lesson 05 plots. Takes about ten minutes on one thread:

    python benchmarks/length_curve.py
"""

import argparse
import json
import time
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from utils.checking.reference import reference
from utils.paths import ROOT

DIGITS, LONGEST, BATCH = 10, 30, 64
VOCABULARY = DIGITS + 4  # after <pad>, <bos>, <eos>, <unk>
BUDGET = 45.0
"""CPU seconds of training for each model."""


class Recurrent(nn.Module):
    """An encoder-decoder of GRUs or LSTMs, with or without attention (dot product, on the decoder's output)."""

    def __init__(self, cell: type[nn.RNNBase], width: int, attention: bool):
        super().__init__()
        self.source, self.target = nn.Embedding(VOCABULARY, width), nn.Embedding(VOCABULARY, width)
        self.encoder, self.decoder = (cell(width, width, num_layers=2, batch_first=True) for _ in range(2))
        self.join = nn.Linear(2 * width, width) if attention else None

    def forward(self, src: Tensor, tgt: Tensor) -> Tensor:
        memory, state = self.encoder(self.source(src))
        x, _ = self.decoder(self.target(tgt), state)  # (batch, time, width)
        if self.join:
            scores = (x @ memory.mT).masked_fill(src.unsqueeze(1) == 0, -torch.inf)
            x = self.join(torch.cat([x, scores.softmax(dim=-1) @ memory], dim=-1)).tanh()
        return x @ self.target.weight.T


def models() -> dict[str, nn.Module]:
    """Each has about 240,000 parameters."""
    transformer = reference()["Transformer"](
        VOCABULARY, VOCABULARY, d_model=64, n_heads=4, n_layers=2, d_ff=256, dropout=0.0, max_length=64
    )
    return {
        "Transformer": transformer,
        "GRU with attention": Recurrent(nn.GRU, 96, attention=True),
        "GRU": Recurrent(nn.GRU, 100, attention=False),
        "LSTM": Recurrent(nn.LSTM, 86, attention=False),
    }


def draw(length: int, batch: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
    """Digits (batch, length), and the same in reverse order between bos and eos."""
    src = torch.randint(4, VOCABULARY, (batch, length), generator=generator)
    return src, F.pad(F.pad(src.flip(1), (1, 0), value=1), (0, 1), value=2)


def train(model: nn.Module, budget: float) -> int:
    """Train on lengths 1 to LONGEST until the CPU time is spent; the number of steps."""
    generator = torch.Generator().manual_seed(1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    start, steps, spent = time.process_time(), 0, 0.0
    while spent < budget:
        src, tgt = draw(int(torch.randint(1, LONGEST + 1, (), generator=generator)), BATCH, generator)
        loss = F.cross_entropy(model(src, tgt[:, :-1]).flatten(0, 1), tgt[:, 1:].flatten())
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min((steps + 1) / 100, 1 - spent / budget)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        steps, spent = steps + 1, time.process_time() - start
    return steps


@torch.no_grad()
def exact_match(model: nn.Module, length: int, count: int = 200) -> float:
    """The share of unseen sequences of one length of which greedy decoding gets every word."""
    src, tgt = draw(length, count, torch.Generator().manual_seed(1000 + length))
    tokens = tgt[:, :1]
    for _ in range(length + 1):
        tokens = torch.cat([tokens, model(src, tokens)[:, -1:].argmax(dim=-1)], dim=1)
    return (tokens == tgt).all(dim=1).float().mean().item()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--budget", type=float, default=BUDGET, help="CPU seconds for each model")
    parser.add_argument("--out", type=Path, default=ROOT / "utils" / "data" / "length_curve.json")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    lengths = [1, 2, 4, 6, 8, 10, 12, 15, 18, 21, 24, 27, 30, 33, 36]
    record = {"trained_to": LONGEST, "budget": arguments.budget, "lengths": lengths, "models": {}}
    for seed, name in enumerate(models()):
        torch.manual_seed(seed)
        model = models()[name]
        size, steps = sum(value.numel() for value in model.parameters()), train(model, arguments.budget)
        curve = [round(exact_match(model.eval(), length), 3) for length in lengths]
        record["models"][name] = {"parameters": size, "steps": steps, "exact_match": curve}
        print(f"{name:20} {size:,} parameters, {steps} steps: {curve}", flush=True)
    arguments.out.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
