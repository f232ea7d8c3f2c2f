"""Our steps inside nbgrader's own commands, and the whole sequence for a folder of submissions."""

from utils.grading.judge_answers import JudgeAnswers
from utils.grading.restore_cells import RestoreCells

__all__ = ["JudgeAnswers", "RestoreCells"]
