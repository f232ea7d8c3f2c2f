"""The same marks from a Dask cluster, whatever happens to its workers."""

import contextlib
import gc
import os
import signal

import pytest

from utils.errors import CourseError
from utils.grading.grade_class import grade_class

distributed = pytest.importorskip("dask.distributed", reason='Dask is not installed: pip install --editable ".[dask]"')
pytestmark = pytest.mark.filterwarnings("ignore")  # of Dask's own

WRONG = "def softmax(x, dim=-1):\n    return x"


def test_a_scheduler_that_is_not_there_is_one_sentence(monkeypatch):
    from utils.grading import dask_judges

    monkeypatch.setattr(dask_judges, "PATIENCE", 1)

    for address in ("tcp://127.0.0.1:1", "no address", "udp://127.0.0.1:1"):
        with pytest.raises(CourseError, match="No Dask scheduler can be used at") as caught:
            dask_judges.DaskJudges(address)
        assert len(str(caught.value).splitlines()) == 1
        del caught
        gc.collect()  # a failed client that is collected while another starts would wait for it, and be waited for


@pytest.mark.parametrize("address", ["foo", "tcp://host", "host:port", "http://host:8786", ""])
def test_an_address_that_is_none_is_refused_at_once(address, monkeypatch):
    from utils.grading import dask_judges

    monkeypatch.setattr(dask_judges, "Client", lambda *_, **__: pytest.fail("Dask is asked"))
    with pytest.raises(CourseError, match="its name and its port"):
        dask_judges.DaskJudges(address)


@pytest.mark.slow
def test_a_worker_killed_in_the_middle_changes_no_mark(submission, tmp_path):
    from utils.grading.dask_judges import DaskJudges

    for number in range(4):
        made = submission("00").right().answer(**({"softmax": WRONG} if number % 2 else {}))
        made.cell("pairwise_dot").source += f"\n# {number}"
        made.save(tmp_path / "class" / f"student{number}.ipynb")

    class OneDies(DaskJudges):
        def run(self, tasks):
            for number, answer in enumerate(super().run(tasks)):
                if number == 0:
                    os.kill(self._client.run(os.getpid)[min(workers())], signal.SIGKILL)
                yield answer

    def workers():
        return [one.worker_address for one in cluster.workers.values()]

    lesson = submission("00").lesson
    with contextlib.ExitStack() as stack:
        cluster = stack.enter_context(
            distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50)
        )
        there = grade_class(
            tmp_path / "class", lesson, tmp_path / "there", lambda tasks: OneDies(cluster.scheduler_address)
        )
    here = grade_class(tmp_path / "class", lesson, tmp_path / "here")
    assert there.judged == 4
    assert there.marks == here.marks
