"""Does lesson 05's training work with every seed? Runs the lesson's own cells for seeds 0 to 4 and prints a Markdown table.

    python benchmarks/translate_seeds.py

CPU seconds are those of the training steps, on one thread; the test part is looked at once for each seed, after training.
"""

import argparse
import re
import time

import torch

from utils.checking.program import Program, run
from utils.checking.reference import reference
from utils.lesson import find_lesson

STEPS = 600


def pieces(*names: str) -> list:
    """Functions and data of the lesson's notebook, from the cells that define them; its own training is not run."""
    cells = [
        cell
        for cell in find_lesson("05").code
        if re.search(r"^(def |class |import |from |chance = random)", cell, re.M)
    ]
    last = next(place for place, cell in enumerate(cells) if "def measure(" in cell)
    program = Program([*cells[: last + 1], f"pieces = [{', '.join(names)}]"])
    return run(program.texts("pieces", reference()), reference())["pieces"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seeds", type=int, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    fresh, train, measure, development, test = pieces("fresh", "train", "measure", "development", "test")
    print("| seed | CPU seconds | development | test |\n|---|---|---|---|")
    for seed in range(arguments.seeds):
        model, optimizer = fresh(seed)
        start = time.process_time()
        train(model, optimizer, STEPS, seed)
        spent = time.process_time() - start
        exact = [measure(model, part)[0] for part in (development, test)]
        print(f"| {seed} | {spent:.0f} | {exact[0]:.1%} | {exact[1]:.1%} |", flush=True)


if __name__ == "__main__":
    main()
