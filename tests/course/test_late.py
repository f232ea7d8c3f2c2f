"""What an answer does not need is not loaded for it."""

import subprocess
import sys

from utils.checking.reference import imported
from utils.paths import ROOT

META = """
import sys, torch
from torch import nn
from utils.checking.late import spare_compiler

spare_compiler()
with torch.device("meta"):
    layer = nn.Sequential(nn.Embedding(10, 4), nn.Linear(4, 3), nn.LayerNorm(3))
assert sum(one.numel() for one in layer.parameters()) == 61
sys.exit("torch._dynamo" in sys.modules)
"""


def test_tensors_without_numbers_do_not_load_the_compiler():
    done = subprocess.run([sys.executable, "-c", META], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_of_a_lessons_imports_those_of_the_names_asked_for_are_run():
    assert imported("04_encoder_decoder", {"math"}).keys() == {"math"}
    assert {"math", "torch", "nn"} <= imported("04_encoder_decoder").keys()
