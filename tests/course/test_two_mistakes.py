"""Two known mistakes in one answer are named together, when each failing check shows one or the other."""

import pytest

from utils.checking.verdict import NOT_YET

VOCABULARY = '''
from collections import Counter

class Vocabulary:
    special = ["<pad>", "<bos>", "<eos>", "<unk>"]

    def __init__(self, texts, min_count=1):
        counts = Counter(" ".join(texts).split())
        for name in self.special:
            counts.pop(name, None)
        self.words = self.special + sorted(counts, key=lambda word: (-counts[word], word))

    def __len__(self):
        return len(self.words)

    def encode(self, text):
        return [self.words.index(word) if word in self.words else 3 for word in text.split()]

    def decode(self, ids):
        return "".join(self.words[int(one)] for one in ids if int(one) > 2)
'''
NOAM = '''
def noam_learning_rate(step, d_model=512, warmup=4000):
    return min(step**-0.5, step / warmup) / d_model**0.5
'''


@pytest.mark.parametrize(
    ("name", "answer", "both"),
    [
        ("Vocabulary", VOCABULARY, "decode_without_spaces and ignores_min_count"),
        ("noam_learning_rate", NOAM, "step_zero_fails and warmup_power_one"),
    ],
)
def test_both_are_named(name, answer, both, worker):
    result = worker.judge([answer], name)
    assert result.status == NOT_YET
    assert result.misconception == both


def test_nothing_is_said_of_a_known_mistake_beside_an_unknown_one(worker):
    answer = NOAM.replace("d_model**0.5", "d_model**0.4")
    assert worker.judge([answer], "noam_learning_rate").misconception is None
