"""Shared by all tests."""

import pytest

from utils.checking.client import Worker


@pytest.fixture(scope="session")
def worker():
    """One warm judging process for the whole run."""
    worker = Worker()
    yield worker
    worker.close()
