"""What it costs an answer that torch's own version of the exercise is refused: a small Transformer made and called, refusing and not.

    python benchmarks/guard_cost.py

Prints CPU milliseconds without and with the guard, measured in turn, and the ratio.
"""

import time
from collections.abc import Callable

import torch

from utils.checking.guard import ATTENTION, refusing
from utils.checking.reference import reference

ROUNDS, TIMES = 20, 10
SIZES = {"d_model": 12, "n_heads": 3, "n_layers": 1, "d_ff": 10}


def milliseconds(act: Callable) -> float:
    start = time.process_time()
    for _ in range(TIMES):
        act()
    return (time.process_time() - start) / TIMES * 1000


def main() -> None:
    torch.set_num_threads(1)
    made = reference()["Transformer"](11, 14, **SIZES)
    src, tgt = torch.randint(5, 11, (2, 5)), torch.randint(5, 14, (2, 7))
    acts = {"made": lambda: reference()["Transformer"](11, 14, **SIZES), "called": lambda: made(src, tgt)}
    for name, act in acts.items():
        free, guarded = [], []
        for _ in range(ROUNDS):
            free.append(milliseconds(act))
            with refusing(ATTENTION):
                guarded.append(milliseconds(act))
        print(f"{name:8}{min(free):8.2f} ms  refusing{min(guarded):8.2f} ms  {min(guarded) / min(free):.2f} times")


if __name__ == "__main__":
    main()
