"""Our steps inside nbgrader's own commands, and the judge whose marks no submission can touch."""


def __getattr__(name: str):
    """nbgrader's steps, loaded when nbgrader asks: the process that runs submissions has no use for them."""
    if name == "JudgeAnswers":
        from utils.grading.judge_answers import JudgeAnswers

        return JudgeAnswers
    if name == "RestoreCells":
        from utils.grading.restore_cells import RestoreCells

        return RestoreCells
    raise AttributeError(f"module 'utils.grading' has no attribute {name!r}")
