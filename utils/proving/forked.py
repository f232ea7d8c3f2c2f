"""Ask about many programs in forks of this process: so that none of them can harm the next, or on every processor at once."""

import contextlib
import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import TypeVar

import torch

from utils.checking.many import processors
from utils.checking.memory import settle
from utils.checking.worker import CAN_FORK

T = TypeVar("T")
R = TypeVar("R")


def ask_each(items: Sequence[T], question: Callable[[T], R], limit: float) -> list[R | None]:
    """The answers in order; None where the process crashed, or took longer than `limit` seconds.

    Without a safe fork (macOS, Windows) everything is asked here.
    """
    if not CAN_FORK:
        return [question(item) for item in items]
    torch.set_num_threads(1)  # a fork of a threaded torch may hang
    answers: list[R | None] = []
    while len(answers) < len(items):
        answers += _until_one_breaks(items[len(answers) :], question, limit)
    return answers


def _until_one_breaks(items: Sequence[T], question: Callable[[T], R], limit: float) -> list[R | None]:
    context = multiprocessing.get_context("fork")
    hearing, telling = context.Pipe(duplex=False)
    child = context.Process(target=_tell, args=(items, question, telling, limit), daemon=True)
    child.start()
    telling.close()
    answers: list[R | None] = []
    try:
        while len(answers) < len(items):
            if not hearing.poll(2 * limit):  # one that interrupts itself after `limit` gets the time to say so
                return [*answers, None]
            answers.append(hearing.recv())
    except EOFError:
        child.join()
        return answers if child.exitcode == 0 else [*answers, None]
    finally:
        child.kill()
        child.join()
        hearing.close()
    return answers


def _tell(items: Sequence[T], question: Callable[[T], R], telling: Connection, limit: float) -> None:
    for item in items:
        start = time.monotonic()
        telling.send(question(item))
        if time.monotonic() - start > limit:  # what was interrupted may have left torch in pieces
            os._exit(0)


@contextlib.contextmanager
def everywhere() -> Iterator[Callable]:
    """Something like `map` that asks in several processes, where they can be forked safely."""
    if not CAN_FORK:
        yield map
        return
    settle()
    with ProcessPoolExecutor(processors(), multiprocessing.get_context("fork")) as pool:
        yield pool.map
