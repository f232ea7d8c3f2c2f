"""Two processes with DistributedDataParallel train as one does with the whole batch."""

import os
import re
import subprocess
import sys

import pytest

from utils.paths import ROOT

SCRIPT = "benchmarks/train_ddp.py"


@pytest.mark.slow
def test_two_processes_have_the_losses_of_one():
    alone = losses(sys.executable, SCRIPT)
    together = losses(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", SCRIPT)
    assert len(alone) == len(together) == 5
    assert alone == pytest.approx(together, abs=2e-4)
    assert alone[-1] < alone[0]


def losses(*command: str) -> list[float]:
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, "--steps", "5"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [float(one) for one in re.findall(r"loss ([\d.]+)", done.stdout)]
