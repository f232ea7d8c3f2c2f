"""Pictures in a notebook that somebody else ran, which JupyterLab does not trust and cleans before it shows them."""

import nbformat
import pytest
import torch
from nbformat.v4 import new_code_cell, new_notebook, new_output
from playwright.sync_api import expect

from utils.showing.attention import attention_map
from utils.showing.decoding import DecodingSteps, Step

KERNEL = {"name": "python3", "display_name": "Python 3"}
SCRIPT = "<script>document.title = 'ran'</script>"
STEPS = DecodingSteps(
    ("ninety", "four"),
    (
        Step(("<bos>",), ((True,),), (0.25, 0.75), (("vier", 0.5), ("drei", 0.25)), "vier"),
        Step(("<bos>", "vier"), ((True, False), (True, True)), (1.0, 0.0), (("und", 1.0), ("drei", 0.0)), "und"),
    ),
)


@pytest.fixture
def untrusted(lab, course, page):
    """The page of a notebook with stored outputs: the steps, a map, and a script, which must not run."""
    shown = [STEPS._repr_html_() + SCRIPT, attention_map(torch.eye(2), ["a", "b"], title="who looks")._repr_html_()]
    outputs = [new_output("display_data", {"text/html": one}) for one in shown]
    notebook = new_notebook(cells=[new_code_cell("shown", outputs=outputs)], metadata={"kernelspec": KERNEL})
    nbformat.write(notebook, course / "others.ipynb")
    page.goto(lab().replace("/?token", "/lab/tree/others.ipynb?token"))
    expect(page.locator(".jp-RenderedHTML table").first).to_be_visible()
    return page


def colour(cell) -> str:
    return cell.evaluate("one => getComputedStyle(one).backgroundColor")


@pytest.mark.slow
def test_steps_and_maps_look_the_same_untrusted(untrusted):
    steps, attention = untrusted.locator(".jp-RenderedHTML").all()
    assert steps.locator("script").count() == 0, "the notebook is not trusted"
    first, second = steps.locator("details").all()
    expect(first.get_by_role("table")).to_have_count(3)
    expect(second.get_by_role("table").first).not_to_be_visible()
    second.locator("summary").click()
    mask, glance, says = second.get_by_role("table").all()
    expect(mask.get_by_role("row", name="vier 2 ✓ ✓")).to_be_visible()
    assert colour(glance.get_by_role("cell", name="1.00")) == "rgba(30, 136, 229, 0.7)"
    assert colour(glance.get_by_role("cell", name="0.00")) == "rgba(30, 136, 229, 0)"
    bars = [says.locator("td div div").nth(place).bounding_box()["width"] for place in (0, 1)]
    assert bars == [90, 0]
    assert first.get_by_role("table").nth(2).locator("td div div").first.bounding_box()["width"] == 45
    tops = [one.bounding_box()["y"] for one in (mask, glance, says)]
    assert len(set(tops)) == 1, "the three stand beside each other"
    assert colour(attention.get_by_role("cell", name="1.00").first) == "rgba(30, 136, 229, 0.7)"
