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
        help="grade every known mistake, not one for each set of checks that they fail",
    )


@pytest.fixture(scope="session")
def worker():
    """One warm judging process for the whole run."""
    worker = Worker()
    yield worker
    worker.close()
