"""Shared by all tests."""

from pathlib import Path

import pytest

from utils.checking.client import Worker


def pytest_addoption(parser):
    parser.addoption("--submission", type=Path, metavar="FILE", help="judge this notebook or .py in tests/checks")


@pytest.fixture(scope="session")
def worker():
    """One warm judging process for the whole run."""
    worker = Worker()
    yield worker
    worker.close()
