"""The steps of decoding: what is shown is what the model did, in any right style, and it is plain HTML."""

import re
from html.parser import HTMLParser

import pytest
import torch

from utils.checking.program import Program
from utils.checking.reference import reference
from utils.errors import CourseError
from utils.lesson import exercise
from utils.paths import BANK
from utils.pieces import bring, keep
from utils.pretrained.tiny_translator import TinyTranslator
from utils.showing.decoding import DecodingSteps, Step, decoding_steps

TEXT = "thirty six thousand five hundred and eighty two"
IMPORTS = "import math\nimport torch\nimport torch.nn.functional as F\nfrom torch import nn\n"
TAGS = {"details", "summary", "strong", "div", "table", "caption", "tbody", "tr", "th", "td"}
WATCHED = ("MultiHeadAttention", "DecoderLayer", "Decoder", "Transformer")
STYLES = [path for name in WATCHED for path in sorted((BANK / "right" / name).glob("*.py"))]


@pytest.fixture(scope="module")
def tiny() -> TinyTranslator:
    return TinyTranslator()


@pytest.fixture(scope="module")
def model(tiny):
    return tiny.fill(reference()["Transformer"](**tiny.sizes))


def steps_of(model, tiny, text=TEXT, **options) -> DecodingSteps:
    src = tiny.encode([text])
    tokens = reference()["greedy_decode"](model, src, 20)
    return decoding_steps(model, src, tokens, tiny.source, tiny.target, **options)


def test_each_step_tells_the_models_own_probabilities_and_the_word_that_was_taken(model, tiny):
    src = tiny.encode([TEXT])
    tokens = reference()["greedy_decode"](model, src, 20)
    steps = decoding_steps(model, src, tokens, tiny.source, tiny.target).steps
    chances = model(src, tokens[:, :-1])[0].softmax(dim=-1)
    assert len(steps) == tokens.shape[1] - 1
    for number, step in enumerate(steps):
        assert step.chosen == tiny.target[tokens[0, number + 1]] == step.likely[0][0]
        expected = chances[number].topk(4)
        assert [value for _, value in step.likely] == pytest.approx(expected.values.tolist(), abs=1e-5)
        assert step.written == tuple(tiny.target[one] for one in tokens[0, : number + 1])


def test_each_step_looks_where_the_last_cross_attention_looked(model, tiny):
    src = tiny.encode([TEXT])
    shown = steps_of(model, tiny)
    tokens = reference()["greedy_decode"](model, src, 20)
    model(src, tokens[:, :-1])
    weights = model.decoder.layers[-1].cross_attention.weights[0].mean(dim=0)
    torch.testing.assert_close(torch.tensor([step.glance for step in shown.steps]), weights, atol=1e-5, rtol=0)
    assert shown.attention_map.weights == tuple(step.glance for step in shown.steps)
    assert shown.source == (*TEXT.split(), "<eos>")


def test_the_mask_is_the_one_in_force(model, tiny, monkeypatch):
    for step in steps_of(model, tiny).steps:
        assert torch.tensor(step.mask).equal(torch.ones(len(step.written), len(step.written)).tril().bool())
    decoder = type(model.decoder)
    unmasked = decoder.forward
    monkeypatch.setattr(decoder, "forward", lambda self, x, memory, _, mask: unmasked(self, x, memory, None, mask))
    assert all(all(map(all, step.mask)) for step in steps_of(model, tiny).steps)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_right_style_shows_the_same(path, model, tiny, tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    for name in WATCHED:
        own = path.read_text(encoding="utf-8") if name == path.parent.name else IMPORTS + exercise(name).source
        keep(name, Program([own]))
    learners = bring("Transformer")
    assert learners.__module__ == "my_transformer.Transformer"
    own = tiny.fill(learners(**tiny.sizes))
    for text in (TEXT, "ninety four"):  # of the second a step has as many words written as there are to look at
        for one, other in zip(steps_of(own, tiny, text).steps, steps_of(model, tiny, text).steps, strict=True):
            assert (one.written, one.mask, one.chosen) == (other.written, other.mask, other.chosen)
            assert one.glance == pytest.approx(other.glance, abs=1e-4)


def test_the_model_is_left_as_it_was(tiny):
    model = tiny.fill(reference()["Transformer"](**tiny.sizes)).train()
    steps_of(model, tiny)
    assert model.training
    assert not any(part._forward_hooks for part in model.modules())


def test_a_chosen_word_that_is_not_likely_is_shown_too(model, tiny):
    src = tiny.encode(["ninety four"])
    tokens = torch.tensor([[1, tiny.target.index("null"), 2, 0, 0]])
    shown = decoding_steps(model, src, tokens, tiny.source, tiny.target, top=2)
    assert [step.chosen for step in shown.steps] == ["null", "<eos>"], "padding after the end is no step"
    assert [word for word, _ in shown.steps[0].likely][::2] == ["vier", "null"]


def test_two_sentences_are_refused(model, tiny):
    src = tiny.encode(["one", "two"])
    with pytest.raises(ValueError, match="one sentence each; got 2 and 1"):
        decoding_steps(model, src, torch.tensor([[1, 2]]), tiny.source, tiny.target)


def test_a_decoder_whose_attention_cannot_be_watched_is_told_so(tiny):
    class Blind(torch.nn.Module):
        def encode(self, src):
            return src

        def decode(self, tokens, memory, src):
            return torch.zeros(1, tokens.shape[1], 36)

    with pytest.raises(CourseError, match="can be watched"):
        decoding_steps(Blind(), tiny.encode(["one"]), torch.tensor([[1, 2]]), tiny.source, tiny.target)


class Tags(HTMLParser):
    """Every tag with its attributes, and the text of the cells."""

    def __init__(self, shown: str):
        super().__init__()
        self.tags, self.attributes, self.texts = [], set(), []
        self.feed(shown)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.texts.append(data)


def test_it_is_folded_tables_with_inline_styles_and_no_script(model, tiny):
    shown = steps_of(model, tiny, "ninety four")._repr_html_()
    page = Tags(shown)
    assert set(page.tags) == TAGS
    assert page.attributes == {"open", "style", "scope"}
    assert page.tags.count("details") == 4
    assert shown.count("<details open") == 1
    assert shown.startswith("<details open")
    assert page.tags.count("caption") == page.tags.count("table") == 12
    for said in ("Step 2: <bos> vier → ", "und", "0.99", "→ neunzig", "<0.001", "✓", "–"):
        assert said in page.texts


def test_shade_bar_and_number_agree():
    step = Step(("<bos>",), ((True,),), (0.25, 0.75), (("a", 0.6), ("b", 0.4)), "b")
    shown = DecodingSteps(("x", "<y>"), (step,))._repr_html_()
    assert re.findall(r"([\d.]+)\);[^>]*>(0\.\d\d)<", shown) == [("0.175", "0.25"), ("0.525", "0.75")]
    assert re.findall(r"(\d\.\d{3})</td>.*?width:([\d.]+)%", shown) == [("0.600", "60.0"), ("0.400", "40.0")]
    assert "&lt;y&gt;" in shown
    assert "<strong>→ b</strong>" in shown


def test_of_many_written_tokens_the_mask_shows_the_row_in_force():
    many = 13
    rows = tuple(tuple(j <= i for j in range(many)) for i in range(many))
    step = Step(tuple(f"w{i}" for i in range(many)), rows, (1.0,), (("a", 1.0),), "a")
    shown = DecodingSteps(("x",), (step,))._repr_html_()
    assert shown.count("✓") == many
    assert "–" not in shown


def test_in_a_terminal_the_same_is_said_in_words(model, tiny):
    first, *_ = repr(steps_of(model, tiny, "ninety four")).split("\n\n")
    assert first.splitlines() == [
        "Step 1: <bos> → vier",
        "  may see   <bos>",
        "  looks at  ninety 0.00, four 0.99, <eos> 0.01",
        "  says      vier 1.000, drei <0.001, sechs <0.001, fünfzehn <0.001",
    ]
