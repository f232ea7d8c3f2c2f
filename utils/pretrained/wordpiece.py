"""BERT's tokenizer: lower-case words without accents, cut into the longest pieces that the vocabulary has.

Devlin et al. (2018), section 3, and the WordPiece of Wu et al. (2016). A piece that goes on inside a word begins with `##`.
"""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor

LONGEST_WORD = 100
"""A word of more characters is [UNK]."""


class WordPiece:
    """`encode(text) -> list[int]` with [CLS] and [SEP] around it; `batch(texts) -> ids, mask`, padded."""

    def __init__(self, vocabulary: Iterable[str]):
        self.words = list(vocabulary)
        self.ids = {word: place for place, word in enumerate(self.words)}

    @classmethod
    def from_file(cls, path: Path) -> "WordPiece":
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    def pieces(self, text: str) -> list[str]:
        return [piece for word in _words(text) for piece in self._cut(word)]

    def encode(self, text: str, longest: int = 256) -> list[int]:
        pieces = self.pieces(text)[: longest - 2]
        return [self.ids[piece] for piece in ("[CLS]", *pieces, "[SEP]")]

    def batch(self, texts: Iterable[str], longest: int = 256) -> tuple[Tensor, Tensor]:
        """Token ids `(batch, time)` and the mask of the real ones, `(batch, time)` bool."""
        rows = [self.encode(text, longest) for text in texts]
        ids = torch.full((len(rows), max(map(len, rows))), self.ids["[PAD]"])
        for row, encoded in zip(ids, rows):
            row[: len(encoded)] = torch.tensor(encoded)
        return ids, ids != self.ids["[PAD]"]

    def _cut(self, word: str) -> list[str]:
        """The longest piece first; a word that cannot be cut to its end is [UNK]."""
        found, start = [], 0
        while start < len(word):
            begins = "##" if start else ""
            ends = (end for end in range(len(word), start, -1) if begins + word[start:end] in self.ids)
            end = next(ends, None)
            if end is None or len(word) > LONGEST_WORD:
                return ["[UNK]"]
            found.append(begins + word[start:end])
            start = end
        return found


def _words(text: str) -> list[str]:
    """Lower-case words without accents; every mark of punctuation and every Chinese character is a word of its own."""
    text = "".join(" " if one in "\t\n\r" else one for one in text)
    text = "".join(one for one in text if one != "\ufffd" and not unicodedata.category(one).startswith("C"))
    text = "".join(f" {one} " if _is_chinese(one) else one for one in text)
    text = unicodedata.normalize("NFD", text.lower())
    text = "".join(one for one in text if unicodedata.category(one) != "Mn")
    return "".join(f" {one} " if _is_punctuation(one) else one for one in text).split()


def _is_punctuation(one: str) -> bool:
    return (one.isascii() and one.isprintable() and not one.isalnum() and one != " ") or unicodedata.category(one)[
        0
    ] == "P"


def _is_chinese(one: str) -> bool:
    code = ord(one)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )
