"""How nbgrader works in this course; read by nbgrader's commands, the formgrader and `course build`."""

import functools
import os
import sys
import warnings

import nbgrader.api

from utils.grading.gradebook import write_at_once
from utils.grading.validate import use_the_judge

c = get_config()  # noqa: F821

# nbgrader calls `alembic` by name when it makes a gradebook; without an activated environment it would not be found.
os.environ["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), os.environ.get("PATH", "")])

c.CourseDirectory.course_id = "write-the-transformer"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"

c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}

# Marks come from the course's judge: a submission's own cells are never run in nbgrader's kernel.
# nbgrader's CheckCellMetadata is left out: all of nbgrader's notes in the cells are written by RestoreCells.
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "utils.grading.RestoreCells",
    "nbgrader.preprocessors.OverwriteCells",
]
c.Autograde.autograde_preprocessors = [
    "utils.grading.JudgeAnswers",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]

# nbgrader opens the gradebook ten times for a submission: its steps get one that stays open, with one engine for all commands.
write_at_once()
nbgrader.api.create_engine = functools.cache(nbgrader.api.create_engine)

# A notebook is validated once its steps are done, not after each of them.
c.Exporter.optimistic_validation = True

c.Autograde.pre_convert_hook = "utils.grading.links.remove_links"

# No script of a submission runs in the feedback page or in formgrader.
c.HTMLExporter.filters = {
    "markdown2html": "utils.grading.markup.safe_markdown",
    "highlight_code": "utils.grading.markup.highlighted",
}
c.GenerateFeedback.exporter_class = "utils.grading.feedback_page.FeedbackPage"

# `nbgrader validate` and the Validate button say what would be graded.
use_the_judge(c)

# `nbgrader zip_collect 02_single_head_attention` takes files named student_02_single_head_attention.ipynb.
c.FileNameCollectorPlugin.named_regexp = r"(?:.*[\\/])?(?P<student_id>[^\\/]+?)_(?P<file_id>\d\d_\w+)\.ipynb$"

if sys.platform == "linux":
    c.KernelManager.transport = "ipc"

# nbgrader 0.9 with SQLAlchemy 2 warns of its own queries on every submission.
warnings.filterwarnings("ignore", message="Object of type <Submitted")
