"""A class is judged on the same inputs, which are drawn anew before anyone could come back with them."""

import time

from utils.grading.seeds import LIFE, Seeds


def test_a_class_shares_a_seed_and_a_later_one_has_another(monkeypatch):
    seeds, now = Seeds(), time.monotonic()
    first = seeds.of("softmax")
    assert seeds.of("softmax") == first
    assert seeds.of("masked_mean") != first
    monkeypatch.setattr(time, "monotonic", lambda: now + LIFE + 1)
    assert seeds.of("softmax") != first


def test_no_two_judges_share_seeds():
    assert Seeds().of("softmax") != Seeds().of("softmax")
