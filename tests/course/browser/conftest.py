"""JupyterLab as `course lab` opens it, on a copy of the course, seen through one Chromium."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from utils.paths import ROOT

PATIENCE = 180_000
"""Milliseconds to wait for what must appear; only a busy machine needs so many."""
PARTS = ("notebooks", "solutions", "tests/bank", "tests/checks", "utils")
FILES = ("nbgrader_config.py", "pyproject.toml")
COURSE = "import sys; from utils.cli import main; sys.exit(main())"


@pytest.fixture
def page(chromium) -> Iterator:
    """A page of a context of its own in the one browser."""
    from playwright.sync_api import expect

    expect.set_options(timeout=PATIENCE)
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the course, so that nothing in the checkout changes."""
    root = tmp_path / "course"
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, root / file)
    return root


@pytest.fixture
def lab(course, tmp_path) -> Iterator[Callable[..., str]]:
    """`lab(*options)` starts `course lab` on the copy, on this machine's loopback only, and gives its address."""
    runtime = tmp_path / "runtime"
    environment = {
        **os.environ,
        "COURSE_HOME": str(tmp_path / "home"),
        "IPYTHONDIR": str(tmp_path / "ipython"),
        "JUPYTER_CONFIG_DIR": str(tmp_path / "config"),
        "JUPYTER_DATA_DIR": str(tmp_path / "data"),
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "OMP_NUM_THREADS": "1",
        "PYTHONPATH": str(course),
    }
    with contextlib.ExitStack() as ending:

        def start(*options: str) -> str:
            command = [sys.executable, "-c", COURSE, "lab", "--no-browser", "--ip=127.0.0.1", *options]
            log = ending.enter_context((tmp_path / "lab.log").open("w+"))
            server = subprocess.Popen(command, cwd=course, env=environment, stdout=log, stderr=log)
            ending.callback(_end, server)
            return _address(server, runtime, tmp_path / "lab.log")

        yield start


def _end(server: subprocess.Popen) -> None:
    """Ask a server to stop; a busy machine's may need more than its time for all kernels."""
    server.terminate()
    try:
        server.wait(60)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _address(server: subprocess.Popen, runtime: Path, log: Path) -> str:
    """Wait for the file that tells where the server will listen, and until it does."""
    file, end = runtime / f"jpserver-{server.pid}.json", time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError, json.JSONDecodeError):
            told = json.loads(file.read_text())
            socket.create_connection((told["hostname"], told["port"])).close()
            return f"{told['url']}?token={told['token']}"
        time.sleep(0.1)
    raise AssertionError(f"JupyterLab did not start: {log.read_text()}")
