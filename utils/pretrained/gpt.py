"""The small GPT that the course ships: trained by benchmarks/train_gpt.py on Shakespeare's plays, character by character."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from utils.paths import ROOT

FILE = ROOT / "utils" / "data" / "gpt_shakespeare.safetensors"
SIZES = {"d_model": 64, "n_heads": 4, "n_layers": 3, "d_ff": 256, "max_length": 64}


def shipped(path: Path = FILE) -> dict[str, Tensor]:
    """The tensors under the names of a published BERT: `encoder.layer.0.attention.self.query.weight` and so on."""
    return load_file(path)


def fill(model: nn.Module, published: Mapping[str, Tensor], blocks: Mapping[str, Tensor]) -> bool:
    """Fill a GPT that is built as lesson 06 builds it: `blocks` into its Encoder, tables of embeddings by their shape.

    False, and nothing changed, where the model has no such Encoder (another norm order, other blocks) or other tables.
    """
    encoder = next((one for one in model.modules() if one.state_dict().keys() == blocks.keys()), None)
    if encoder is None:
        return False
    inside = {id(one) for one in encoder.parameters()}
    tables = [one for one in model.parameters() if id(one) not in inside]
    stored = {tuple(one.shape): one for name, one in published.items() if name.startswith("embeddings.")}
    if {tuple(one.shape) for one in tables} != stored.keys():
        return False
    encoder.load_state_dict(blocks)
    with torch.no_grad():
        for table in tables:
            table.copy_(stored[tuple(table.shape)])
    return True
