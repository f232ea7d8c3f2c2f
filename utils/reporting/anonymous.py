"""The same class without names."""

import random
import re
from dataclasses import replace

from utils.checking.verdict import ExerciseResult
from utils.reporting.bare_code import bare_code
from utils.reporting.cohort import Cohort, Person, Submission

LEFT_OUT = "# These lines are left out: they cannot be freed of comments, which may name somebody."


def anonymous(cohort: Cohort) -> Cohort:
    """Students numbered in an order of chance; their comments and docstrings are gone, for these may name them."""
    names = sorted({*cohort.submissions, *cohort.people})
    random.SystemRandom().shuffle(names)
    alias = {name: f"student {number:0{len(str(len(names)))}}" for number, name in enumerate(names, start=1)}
    submissions = [_anonymous(one, alias[one.student]) for one in cohort.submissions.values()]
    people = {alias[name]: Person(mark=one.mark, penalty=one.penalty) for name, one in cohort.people.items()}
    ordered = sorted(submissions, key=lambda one: one.student)
    return Cohort(cohort.lesson, {one.student: one for one in ordered}, people, [alias[one] for one in cohort.unlisted])


def _anonymous(submission: Submission, alias: str) -> Submission:
    answers = {name: bare_code(text) or LEFT_OUT for name, text in submission.answers.items()}
    results = {name: _unquoted(one) for name, one in submission.results.items()}
    problem = "the submission could not be judged" if submission.problem else ""
    return replace(submission, student=alias, answers=answers, results=results, problem=problem)


def _unquoted(result: ExerciseResult) -> ExerciseResult:
    """Without the line that a message quotes, for a comment may stand in it."""
    checks = [replace(one, message=_number_alone(one.message)) for one in result.checks]
    return replace(result, message=_number_alone(result.message), checks=checks)


def _number_alone(message: str) -> str:
    return re.sub(r"\(line (\d+): .*\)", r"(line \1)", message)
