"""Attention maps: a table while it can be read, one picture with words for it when it cannot."""

import base64
import html
import re

import pytest
import torch

from utils.showing.attention import MANY, attention_map, attention_maps

WORDS = ["<pad>", "price", "in", "$"]


def many(weights: torch.Tensor):
    return attention_map(
        weights, [f"q{i}" for i in range(len(weights))], [f"${i}$" for i in range(weights.shape[1])], "<all>"
    )


def picture(shown: str) -> tuple[bytes, str]:
    alt, data = re.fullmatch(r'<img alt="(.*?)".*src="data:image/png;base64,(.*)">', shown).groups()
    return base64.b64decode(data), html.unescape(alt)


def test_every_cell_says_whose_it_is_and_how_much():
    shown = attention_map(torch.eye(4) / 2, WORDS)._repr_html_()
    assert 'title="&lt;pad&gt; → &lt;pad&gt;: 0.500"' in shown
    assert shown.count("<td title=") == 16
    assert shown.count('scope="col"') == shown.count('scope="row"') == 4


def test_stronger_is_less_transparent_and_of_the_same_hue():
    row = attention_map(torch.tensor([[0.0, 0.3, 0.6, 1.0]]), ["q"], WORDS)._repr_html_()
    colours = re.findall(r"background-color:rgba\((\d+,\d+,\d+),([\d.]+)\);", row)
    assert len({hue for hue, _ in colours}) == 1
    assert [float(shade) for _, shade in colours] == pytest.approx([0, 0.21, 0.42, 0.7])


def test_heads_stand_side_by_side():
    shown = attention_maps(torch.rand(3, 4, 4), WORDS)._repr_html_()
    assert shown.count("display:inline-block") == shown.count("<table") == 3
    assert "head 3" in shown


@pytest.mark.parametrize("shape", [(MANY + 1, 4), (4, MANY + 1)])
def test_a_big_map_is_a_picture_with_words_for_it(shape):
    weights = torch.zeros(shape)
    weights[:, 2] = 0.75
    weights[1, :] = torch.nan
    shown = many(weights)
    data, alt = picture(shown._repr_html_())
    assert data.startswith(b"\x89PNG")
    assert alt == repr(shown)
    assert f"<all>: attention of {shape[0]} queries to {shape[1]} keys." in alt
    assert "q0 → $2$ 0.75, q1 → nothing, q2" in alt
    assert picture(many(weights)._repr_html_())[0] == data, "the same on every run"
    assert picture(many(weights / 2 + 0.1)._repr_html_())[0] != data


def test_as_many_as_can_be_read_are_a_table():
    assert many(torch.rand(MANY, MANY))._repr_html_().count("<td title=") == MANY**2
