"""An instructor grades one submission with the formgrader, in a real browser."""

import pytest
from playwright.sync_api import expect

LESSON = "00_start_here"
WRONG = "def softmax(x, dim=-1):\n    return x / x.sum(dim, keepdim=True)"


def agree(frame):
    """Read nbgrader's message of success, and close it."""
    expect(frame.locator(".modal-title")).to_have_text("Success")
    frame.locator(".modal").get_by_role("button", name="OK").click()
    expect(frame.locator(".modal")).to_have_count(0)


@pytest.mark.slow
def test_a_submission_is_graded_and_its_feedback_opened(lab, page, course, submission):
    answers = submission("00").right("pairwise_dot", "masked_mean").answer(softmax=WRONG)
    answers.save(course / "submitted" / "ada" / LESSON / f"{LESSON}.ipynb")

    address = lab("--instructor")
    page.goto(address)
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.locator(".lm-Menu-itemLabel", has_text="Formgrader").first.click()
    formgrader = page.frame_locator("iframe")

    assignment = formgrader.get_by_role("row", name="00_start_here")
    assignment.locator(".assign a").click()
    agree(formgrader)
    assignment.locator(".num-submissions a").click()
    ada = formgrader.get_by_role("row", name="ada")
    ada.locator(".autograde a").click()
    agree(formgrader)
    expect(ada).to_contain_text("graded")
    expect(ada.locator(".score")).to_have_text("3 / 5")
    ada.locator(".generate-feedback a").click()
    agree(formgrader)

    page.goto(address.replace("/?", f"/files/feedback/ada/{LESSON}/{LESSON}.html?"), wait_until="domcontentloaded")
    expect(page.get_by_text("softmax (Score: 0.0 / 2.0)")).to_be_visible()
    expect(page.locator("body")).to_contain_text("softmax: not yet · 0 of 2 points")
