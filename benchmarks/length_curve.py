"""Why attention, as a curve: exact match against length for four models of equal size and about equal CPU time.

The task is lesson 05's with longer sentences: number words of 1 to 15 digits, English to French. An encoder without attention
must press the whole sentence into one state of fixed size. Writes utils/data/length_curve.json, which lesson 05 plots. Takes
about six minutes on one thread:

    python benchmarks/length_curve.py
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
from num2words import num2words
from torch import Tensor, nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from utils.checking.reference import reference
from utils.paths import ROOT

LONGEST, PER_LENGTH, HELD_OUT, BATCH = 15, 1400, 200, 64
BUDGET = 60.0
"""CPU seconds of training for each model."""


class Recurrent(nn.Module):
    """An encoder-decoder of GRUs or LSTMs, with or without attention (dot product, on the decoder's output)."""

    def __init__(self, words: tuple[int, int], cell: type[nn.RNNBase], width: int, attention: bool):
        super().__init__()
        self.source, self.target = (nn.Embedding(count, width) for count in words)
        self.encoder, self.decoder = (cell(width, width, num_layers=2, batch_first=True) for _ in range(2))
        self.join = nn.Linear(2 * width, width) if attention else None

    def forward(self, src: Tensor, tgt: Tensor) -> Tensor:
        lengths = (src != 0).sum(dim=1)  # packed, so that the state is that of the last word, not of the padding
        read = pack_padded_sequence(self.source(src), lengths, batch_first=True, enforce_sorted=False)
        memory, state = self.encoder(read)
        memory, _ = pad_packed_sequence(memory, batch_first=True)
        x, _ = self.decoder(self.target(tgt), state)  # (batch, time, width)
        if self.join:
            scores = (x @ memory.mT).masked_fill(src.unsqueeze(1) == 0, -torch.inf)
            x = self.join(torch.cat([x, scores.softmax(dim=-1) @ memory], dim=-1)).tanh()
        return x @ self.target.weight.T


def models(words: tuple[int, int]) -> dict[str, nn.Module]:
    """Each has about 240,000 parameters."""
    transformer = reference()["Transformer"](
        *words, d_model=64, n_heads=4, n_layers=2, d_ff=256, dropout=0.0, max_length=64
    )
    return {
        "Transformer": transformer,
        "GRU with attention": Recurrent(words, nn.GRU, 94, attention=True),
        "GRU": Recurrent(words, nn.GRU, 98, attention=False),
        "LSTM": Recurrent(words, nn.LSTM, 85, attention=False),
    }


def numbers() -> tuple[list[int], dict[int, list[int]]]:
    """Numbers to train on, and unseen ones by their count of digits (two digits have few: all stay in training)."""
    chance, training, held_out = random.Random(0), [], {}
    for digits in range(1, LONGEST + 1):
        pool = range(10 ** (digits - 1), 10**digits)
        drawn = chance.sample(pool, min(len(pool), PER_LENGTH + HELD_OUT))
        unseen = HELD_OUT if digits > 2 else 0
        held_out[digits], more = drawn[:unseen], drawn[unseen:]
        training += more
    return training, {digits: some for digits, some in held_out.items() if some}


def words_of(number: int, language: str) -> str:
    return num2words(number, lang=language).replace("-", " ").replace(",", "").lower()


class Corpus:
    """Pairs of sentences as padded ids."""

    def __init__(self, training: list[int]):
        make, self.pad = reference()["Vocabulary"], reference()["pad_batch"]
        self.english = make([words_of(number, "en") for number in training])
        self.french = make([words_of(number, "fr") for number in training])
        self.rows = {}

    def batch(self, numbers: list[int]) -> tuple[Tensor, Tensor]:
        pairs = [self.pair(number) for number in numbers]
        return self.pad([src for src, _ in pairs]), self.pad([tgt for _, tgt in pairs])

    def pair(self, number: int) -> tuple[list[int], list[int]]:
        if number not in self.rows:
            tgt = [1, *self.french.encode(words_of(number, "fr")), 2]
            self.rows[number] = self.english.encode(words_of(number, "en")), tgt
        return self.rows[number]


def train(model: nn.Module, corpus: Corpus, training: list[int], budget: float) -> int:
    """Train until the CPU time is spent; the number of steps."""
    chance = random.Random(1)
    corpus.batch(training)  # the words are not part of the time
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3)
    start, steps, spent = time.process_time(), 0, 0.0
    while spent < budget:
        src, tgt = corpus.batch(chance.sample(training, BATCH))
        loss = F.cross_entropy(model(src, tgt[:, :-1]).flatten(0, 1), tgt[:, 1:].flatten(), ignore_index=0)
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min((steps + 1) / 100, 1 - spent / budget)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        steps, spent = steps + 1, time.process_time() - start
    return steps


@torch.no_grad()
def exact_match(model: nn.Module, src: Tensor, tgt: Tensor) -> float:
    """The share of unseen numbers of which greedy decoding gets every word."""
    tokens = tgt[:, :1]
    for _ in range(tgt.shape[1] - 1):
        tokens = torch.cat([tokens, model(src, tokens)[:, -1:].argmax(dim=-1)], dim=1)
    return ((tokens == tgt) | (tgt == 0)).all(dim=1).float().mean().item()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--budget", type=float, default=BUDGET, help="CPU seconds for each model")
    parser.add_argument("--out", type=Path, default=ROOT / "utils" / "data" / "length_curve.json")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    training, held_out = numbers()
    corpus = Corpus(training)
    words = len(corpus.english), len(corpus.french)
    record = {"budget": arguments.budget, "digits": list(held_out), "models": {}}
    for seed, name in enumerate(models(words)):
        torch.manual_seed(seed)
        model = models(words)[name]
        size, steps = (
            sum(value.numel() for value in model.parameters()),
            train(model, corpus, training, arguments.budget),
        )
        curve = [round(exact_match(model.eval(), *corpus.batch(unseen)), 3) for unseen in held_out.values()]
        record["models"][name] = {"parameters": size, "steps": steps, "exact_match": curve}
        print(f"{name:20} {size:,} parameters, {steps} steps: {curve}", flush=True)
        arguments.out.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
