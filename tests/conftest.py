"""Shared by all tests."""

import signal
from pathlib import Path

import pytest

from utils.checking.client import Worker

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell starts what it runs behind `&` so: no Ctrl-C, no Dask
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser):
    parser.addoption("--submission", type=Path, metavar="FILE", help="judge this notebook or .py in tests/checks")
    parser.addoption(
        "--every-mistake",
        action="store_true",
        help="grade every known mistake, not one for each check",
    )


LONGEST = ("test_solution_notebook_executes", "test_same_points_through_every_door")
"""What takes minutes."""


def pytest_collection_modifyitems(items):
    """What takes longest begins first, beside all the others: at the end one process would wait for the other."""
    items.sort(key=lambda item: item.originalname not in LONGEST)


@pytest.fixture(scope="session")
def worker():
    """One warm judging process for the whole run."""
    worker = Worker()
    yield worker
    worker.close()
