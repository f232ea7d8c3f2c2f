"""Judges on a Dask cluster: the same tasks, bytes in and bytes out; the gradebook keeps its one writer, here."""

import json
import queue
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from utils.checking.client import lost
from utils.checking.verdict import ERROR
from utils.errors import CourseError
from utils.grading.judges import GradingJudge, judge_task
from utils.grading.results import judging

try:
    from dask.distributed import Client, Worker, WorkerPlugin, as_completed, get_worker
except ImportError:
    raise CourseError('--scheduler needs Dask: pip install --editable ".[dask]".') from None

ADDRESS = re.compile(r"((tcp|tls)://)?([\w.-]+|\[[\da-fA-F:.]+\]):\d{1,5}")
"""Checked beforehand, for Dask's client hangs over an address that it cannot read."""
PATIENCE = 20
"""Seconds in which the scheduler must answer."""


class WarmJudges(WorkerPlugin):
    """Keeps a warm judge for each thread of a Dask worker."""

    name = "course-judges"

    def setup(self, worker: Worker) -> None:
        self._all = [GradingJudge() for _ in range(worker.state.nthreads)]
        self._free: queue.SimpleQueue[GradingJudge] = queue.SimpleQueue()
        for one in self._all:
            one.start()
            self._free.put(one)

    def judge(self, task: bytes) -> bytes:
        one = self._free.get()
        try:
            return judge_task(task, one)
        finally:
            self._free.put(one)

    def teardown(self, worker: Worker) -> None:
        for one in self._all:
            one.close()


def judge_there(task: bytes, versions: dict[str, str]) -> bytes:
    """Judge a task on the worker that runs this, if its course is the one that we have."""
    if any(judging(name) != version for name, version in versions.items()):
        return _faulty(task, f"the Dask worker {get_worker().address} has another version of the course or of torch")
    return get_worker().plugins[WarmJudges.name].judge(task)


def _faulty(task: bytes, reason: str) -> bytes:
    """The grader's own fault, for each exercise of a task."""
    return json.dumps([asdict(lost(name, ERROR, f"{reason}.")) for name in json.loads(task)["exercises"]]).encode()


class DaskJudges:
    """The judges of a cluster; TLS is as Dask's own configuration says (docs/cluster.md)."""

    def __init__(self, address: str):
        if not ADDRESS.fullmatch(address):
            raise CourseError(
                f"No Dask scheduler can be used at {address}: write tcp:// or tls://, its name and its port (usually 8786)."
            )
        try:
            self._client = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise CourseError(f"No Dask scheduler can be used at {address}: {reason}") from None
        self._futures: list = []

    def refusal(self) -> str:
        """A worker that cannot confine answers says so for each; here it is only seen whether there are workers."""
        return (
            "" if self._client.scheduler_info()["workers"] else "The Dask scheduler has no workers: start some first."
        )

    def run(self, tasks: Sequence[bytes]) -> Iterator[tuple[int, bytes]]:
        """Begin; the place of each task and its answer, in the order in which they are done."""
        self._client.register_plugin(WarmJudges())
        self._futures = [
            self._client.submit(judge_there, task, _versions(task), pure=False, retries=2) for task in tasks
        ]
        places = {future: place for place, future in enumerate(self._futures)}
        return (
            (places[done], _answer(done, tasks[places[done]]))
            for done in as_completed(self._futures, loop=self._client.loop)
        )

    def close(self) -> None:
        self._client.cancel(self._futures)
        self._client.close()


def _versions(task: bytes) -> dict[str, str]:
    return {name: judging(name) for name in json.loads(task)["exercises"]}


def _answer(done, task: bytes) -> bytes:
    if done.status == "finished":
        return done.result()
    return _faulty(task, f"Dask could not run it ({type(done.exception()).__name__})")
