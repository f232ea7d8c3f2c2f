"""A loss curve that grows while a model trains, with a line that says how far it is."""

import os
import time

import matplotlib.pyplot as plt
from IPython.display import display


class LossCurve:
    """Call it with every loss. Live it redraws now and then; while notebooks are built it shows the end only.

    What is stored must be the same on every run, so the time left appears live only.
    """

    def __init__(self, steps: int, floor: float | None = None, every: int = 25):
        self.steps, self.floor, self.every = steps, floor, every
        self.losses: list[float] = []
        self.live = not os.environ.get("COURSE_BUILD")
        self._start = time.monotonic()
        self._place = None

    def __call__(self, loss: float) -> None:
        self.losses.append(loss)
        done = len(self.losses) == self.steps
        if done or (self.live and len(self.losses) % self.every == 0):
            self._show()

    def __repr__(self) -> str:
        count = len(self.losses)
        filled = round(20 * count / self.steps)
        line = f"[{'#' * filled}{'.' * (20 - filled)}] step {count} of {self.steps}, loss {self.losses[-1]:.3f}"
        if self.live and count < self.steps:
            left = (time.monotonic() - self._start) / count * (self.steps - count)
            line += f", about {left:.0f} s left"
        return line

    def _show(self) -> None:
        figure, axes = plt.subplots(figsize=(6, 2.6))
        axes.plot(range(1, len(self.losses) + 1), self.losses, linewidth=1)
        if self.floor is not None:
            axes.axhline(self.floor, color="grey", linestyle="--", linewidth=1)
            axes.annotate(f"floor {self.floor:.2f}", (0, self.floor), (4, 4), textcoords="offset points", color="grey")
        axes.set(
            xlim=(0, self.steps), ylim=(0, max(self.losses) * 1.05), xlabel="step", ylabel="loss", title=repr(self)
        )
        if self._place is None:
            self._place = display(figure, display_id=True)
        else:
            self._place.update(figure)
        plt.close(figure)
