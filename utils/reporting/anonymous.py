"""The same class without names."""

import random
from dataclasses import replace

from utils.reporting.bare_code import bare_code
from utils.reporting.cohort import Cohort, Person, Submission


def anonymous(cohort: Cohort) -> Cohort:
    """Students numbered in an order of chance; their comments and docstrings are gone, for these may name them."""
    names = sorted({*cohort.submissions, *cohort.people})
    random.SystemRandom().shuffle(names)
    alias = {name: f"student {number:0{len(str(len(names)))}}" for number, name in enumerate(names, start=1)}
    submissions = [_anonymous(one, alias[one.student]) for one in cohort.submissions.values()]
    people = {alias[name]: Person(mark=one.mark, penalty=one.penalty) for name, one in cohort.people.items()}
    ordered = sorted(submissions, key=lambda one: one.student)
    return Cohort(cohort.lesson, {one.student: one for one in ordered}, people)


def _anonymous(submission: Submission, alias: str) -> Submission:
    answers = {name: bare_code(text) for name, text in submission.answers.items()}
    problem = "the submission could not be judged" if submission.problem else ""
    return replace(submission, student=alias, answers=answers, problem=problem)
