"""Train the tiny translator that lesson 04 decodes with: number words, English to German, compounds split.

    python benchmarks/train_tiny_model.py

writes utils/data/tiny_translator.safetensors and .json. About half a minute on one thread; the seed fixes the result.
Numbers from 100 whose hash is a multiple of 20 are held out: no training pair has one.
"""

import json
import re
import time

import torch
import torch.nn.functional as F
from num2words import num2words
from torch.nn.utils import clip_grad_norm_

from utils.checking.reference import reference
from utils.pretrained.tiny_translator import HELD_OUT, JSON, SIZES, WEIGHTS, named_tensors

SPECIALS = ["<pad>", "<bos>", "<eos>", "<unk>"]
STEPS, BATCH, LEARNING_RATE, WARM_UP = 2_000, 64, 3e-3, 100
LARGEST = 999_999


def english(number: int) -> list[str]:
    return re.sub("[-,]", " ", num2words(number, lang="en")).split()


def german(number: int) -> list[str]:
    """The words of a German number with its compounds taken apart: vierundneunzig becomes vier und neunzig."""
    small = [num2words(n, lang="de") for n in [*range(20), *range(20, 100, 10)]]
    parts = sorted([*small, "und", "hundert", "tausend", "ein"], key=len, reverse=True)
    word = num2words(number, lang="de").replace(" ", "")
    found = re.findall("|".join(parts), word)
    assert "".join(found) == word, word
    return found


def is_held_out(number: int) -> bool:
    return number * 2654435761 % 2**32 % HELD_OUT == 0


def drawn(count: int, held_out: bool, generator: torch.Generator) -> list[int]:
    """Different numbers, as many of one digit as of six where there are enough."""
    found: dict[int, None] = {}
    while len(found) < count:
        digits = int(torch.randint(1, 7, (), generator=generator))
        number = int(torch.randint(0, 10**digits, (), generator=generator))
        if (is_held_out(number) and number >= 100) == held_out:
            found[number] = None
    return list(found)


def batch_of(numbers: list[int], words: dict[str, list[str]]) -> tuple[torch.Tensor, torch.Tensor]:
    source = [[words["source"].index(one) for one in english(number)] + [2] for number in numbers]
    target = [[1, *(words["target"].index(one) for one in german(number)), 2] for number in numbers]
    return _padded(source), _padded(target)


def _padded(rows: list[list[int]]) -> torch.Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [0] * (longest - len(row)) for row in rows])


def main() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(0)
    Transformer, greedy_decode = reference()["Transformer"], reference()["greedy_decode"]
    training, test = drawn(12_000, False, generator), drawn(500, True, generator)
    words = {
        "source": SPECIALS + sorted({word for number in training for word in english(number)}),
        "target": SPECIALS + sorted({word for number in training for word in german(number)}),
    }
    src, tgt = batch_of(training, words)
    model = Transformer(len(words["source"]), len(words["target"]), dropout=0.0, max_length=64, **SIZES)
    print(
        f"{sum(one.numel() for one in model.parameters()):,} parameters, {len(words['source'])} and {len(words['target'])} words"
    )
    optimizer = torch.optim.AdamW(model.parameters(), lr=LEARNING_RATE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, (STEPS - step) / (STEPS - WARM_UP))
    )
    start = time.process_time()
    for step in range(STEPS):
        chosen = torch.randint(len(src), (BATCH,), generator=generator)
        one, other = src[chosen], tgt[chosen]
        one, other = one[:, : (one != 0).sum(1).max()], other[:, : (other != 0).sum(1).max()]
        logits = model(one, other[:, :-1])
        loss = F.cross_entropy(logits.flatten(0, 1), other[:, 1:].flatten(), ignore_index=0)
        optimizer.zero_grad()
        loss.backward()
        clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        if (step + 1) % 200 == 0:
            print(f"step {step + 1}: loss {loss.item():.4f}, {time.process_time() - start:.0f} CPU s", flush=True)
    source, wanted = batch_of(test, words)
    got = greedy_decode(model, source, wanted.shape[1])
    got = F.pad(got, (0, wanted.shape[1] - got.shape[1]))
    right = (got == wanted).all(dim=1)
    print(f"held out: {right.float().mean():.1%} of {len(test)} exactly right")
    save(model, words, {"held_out": len(test), "right": int(right.sum())})


def save(model, words: dict[str, list[str]], result: dict[str, int]) -> None:
    from safetensors.torch import save_file

    WEIGHTS.parent.mkdir(exist_ok=True)
    save_file(named_tensors(model.eval()), WEIGHTS)
    JSON.write_text(json.dumps({**words, **result}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
