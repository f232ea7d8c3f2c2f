"""Right answers that first try what only an attacker needs: nothing works, and the answer keeps its marks."""

import os
import time
from pathlib import Path

import pytest

from utils.checking.verdict import NOT_YET, PASSED
from utils.paths import ROOT

DENIED = {
    "read the course": f"open({str(ROOT / 'README.md')!r}).read()",
    "list the course": f"os.listdir({str(ROOT)!r})",
    "read passwords": "open('/etc/passwd').read()",
    "read a home": "os.listdir('/root') + os.listdir('/home')",
    "read the gradebook": "open(GRADEBOOK).read()",
    "write the gradebook": "open(GRADEBOOK, 'a').write('points')",
    "truncate the gradebook": "os.truncate(GRADEBOOK, 0)",
    "replace the gradebook": "os.rename(GRADEBOOK, GRADEBOOK + '~')",
    "delete the gradebook": "os.unlink(GRADEBOOK)",
    "link to the gradebook": "os.link(GRADEBOOK, '/tmp/link-of-an-attack')",
    "link to a secret": f"os.symlink({str(ROOT)!r}, '/tmp/link-of-an-attack')",
    "write a big file": "open('/tmp/big-of-an-attack', 'wb').write(bytes(10**7))",
    "write to shared memory": "open('/dev/shm/attack', 'wb').write(bytes(10**6))",
    "a file without a name": "os.memfd_create('attack')",
    "connect": "__import__('socket').create_connection(('127.0.0.1', 80), 1)",
    "a socket": "__import__('socket').socket()",
    "an abstract socket": "__import__('socket').socket(1).bind('\\0attack')",
    "look up a name": "__import__('socket').getaddrinfo('example.org', 80)[0][4] and __import__('socket').socket()",
    "fork": "os.fork()",
    "a subprocess": "__import__('subprocess').run(['/bin/sh', '-c', 'sleep 100 &'])",
    "a shell": "1 / (os.system('true') == 0)",
    "spawn": "os.posix_spawn('/bin/true', ['true'], {})",
    "exec": "os.execv('/bin/true', ['true'])",
    "a pool": "__import__('multiprocessing').get_context('fork').Pool(2)",
    "a loader with workers": "next(iter(torch.utils.data.DataLoader([1, 2], num_workers=1)))",
    "kill the parent": "os.kill(os.getppid(), 9)",
    "kill everyone": "os.kill(-1, 9)",
    "kill the group": "os.killpg(0, 9) if os.getpgrp() != os.getpid() else os.kill(os.getppid(), 15)",
    "stop the parent": "os.kill(os.getppid(), 19)",
    "ptrace the parent": "1 / (LIBC.ptrace(16, os.getppid(), 0, 0) == 0)",
    "read another's memory": "open(f'/proc/{os.getppid()}/mem', 'rb')",
    "look at processes": "open(f'/proc/{os.getppid()}/environ').read()",
    "look at processes' commands": "open(f'/proc/{os.getppid()}/cmdline').read()[0]",
    "lift the limits": "__import__('resource').setrlimit(__import__('resource').RLIMIT_CPU, (-1, -1))",
    "lift the limit of memory": "__import__('resource').prlimit(0, __import__('resource').RLIMIT_AS, (-1, -1))",
    "become another user": "os.setuid(12345) or 1 / (os.getuid() == 12345)",
    "a new namespace": "1 / (LIBC.unshare(0x10000000) == 0)",
    "mount": "1 / (LIBC.mount(b'none', b'/tmp', b'tmpfs', 0, None) == 0)",
    "chroot": "os.chroot('/tmp')",
    "a device": "os.mknod('/tmp/device-of-an-attack')",
    "shared memory of System V": "1 / (LIBC.shmget(0, 1 << 20, 0o1600) >= 0)",
    "set the clock": "time.clock_settime(0, 0)",
    "the judge's environment": "os.environ['A_SECRET_OF_THE_JUDGE']",
    "compile C": "__import__('ctypes.util').util.find_library('m') and open('/tmp/attack.c', 'w').write('int main;')",
}
"""Expressions that raise when they are denied."""


@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize("name", DENIED)
def test_denied(name, grader, tmp_path, right):
    gradebook = tmp_path / "gradebook.db"
    gradebook.write_text("marks")
    source = (
        f"import ctypes, os, time, torch\nGRADEBOOK = {str(gradebook)!r}\nLIBC = ctypes.CDLL(None)\n"
        f"def attempt():\n    try:\n        {DENIED[name]}\n        print('it worked')\n"
        "    except BaseException as error:\n        print('denied', repr(error))\n"
        "done = attempt()\n" + right.replace("    top =", "    done\n    top =")
    )
    result = grader.judge([source], "softmax")
    assert "denied" in result.printed
    assert "it worked" not in result.printed
    assert result.points == 2
    assert gradebook.read_text() == "marks"
    assert os.listdir(tmp_path) == ["gradebook.db"]


EXHAUSTING = {
    "endless loop": "while True: pass",
    "endless loop in C": "sum(range(10**12))",
    "a loop that ignores signals": "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n    while True: pass",
    "sleep": "import time; time.sleep(1000)",
    "silence": "import os; os.read(3, 1) and os.read(3, 10**9)\n    import time; time.sleep(1000)",
    "stopped": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "memory": "return torch.cat([torch.ones(10**8) for _ in range(100)])",
    "a list": "kept = []\n    while True: kept.append(bytes(10**7))",
    "shared mappings": "import mmap; kept = []\n    while True: kept.append(mmap.mmap(-1, 2**26)); kept[-1].write(bytes(2**26))",
    "shared tensors": "return torch.cat([torch.ones(10**8).share_memory_() for _ in range(100)])",
    "threads": "import threading, time\n    while True: threading.Thread(target=time.sleep, args=(100,)).start()",
    "files": "import os; kept = [os.dup(0) for _ in range(10**6)]",
    "prints": "while True: print('x' * 10**4)",
    "writes past print": "import os\n    while True: os.write(1, b'x' * 10**6) and os.write(2, b'x' * 10**6)",
    "a giant result": "return torch.zeros(10**8 // 4)",
    "a deep result": "y = []\n    for _ in range(5000): y = [y]\n    return y",
    "a cyclic result": "y = []; y.append(y); return y",
    "a long text": "return 'x' * 10**8",
    "a giant number": "return 1 << 10**7",
    "many tensors": "return [x] * 10**6",
    "many objects": "return [lambda: 0 for _ in range(10**6)]",
    "a view of terabytes": "return torch.zeros(1).expand(10**7, 10**5)",
    "recursion": "return softmax(x, dim)",
    "exit": "import sys; sys.exit(0)",
    "os._exit": "import os; os._exit(0)",
    "abort": "import os; os.abort()",
    "segmentation fault": "import ctypes; ctypes.string_at(0)",
    "kill itself": "import os; os.kill(os.getpid(), 9)",
    "close the channel": "import os; os.closerange(0, 100); return x",
    "an exception of its own": "raise type('Mine', (BaseException,), {})('no')",
    "an exception with a bad text": "raise type('Mine', (Exception,), {'__str__': lambda self: 1 / 0})()",
    "a class without a name": "raise type('', (Exception,), {})('x' * 10**7)",
}


@pytest.mark.usefixtures("unharmed")
@pytest.mark.parametrize("name", EXHAUSTING)
def test_exhausting(name, grader):
    source = f"import torch\n\ndef softmax(x, dim=-1):\n    {EXHAUSTING[name]}\n"
    start = time.monotonic()
    result = grader.judge([source], "softmax", limit=2)
    assert time.monotonic() - start < 20
    assert (result.status, result.points) == (NOT_YET, 0), result
    assert any(one.message for one in result.checks) or result.message


@pytest.mark.usefixtures("unharmed")
def test_one_check_lost_leaves_the_others(grader, right):
    source = right.replace("    top =", "    if x.dtype is torch.float64:\n        import os; os.abort()\n    top =")
    result = grader.judge([source], "softmax")
    lost = [one for one in result.checks if one.status != PASSED]
    assert [one.name for one in lost] == ["test_softmax_precise_and_differentiable"]
    assert "crashed Python (SIGABRT)" in lost[0].message
    assert 0 < result.points < 2


def test_nothing_lives_on(grader, right):
    source = right.replace(
        "import torch",
        "import torch, threading, time\nlater = threading.Thread(target=time.sleep, args=(1000,), daemon=False)\nstarted = later.start()",
    ).replace("    top =", "    started\n    top =")
    before = _descendants(os.getpid())
    assert grader.judge([source], "softmax").points == 2
    time.sleep(0.2)
    assert len(_descendants(os.getpid())) <= len(before)


def _descendants(pid: int) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        try:
            children = [int(child) for child in Path(f"/proc/{one}/task/{one}/children").read_text().split()]
        except OSError:
            continue
        found += children
        waiting += children
    return found


def test_a_secret_of_one_answer_does_not_reach_the_next(grader, right):
    keeps = "import torch\nimport utils.checking.guard as g\ng.LEFT = 1\n" + right.replace(
        "    top =", "    torch.LEFT = g.LEFT\n    top ="
    )
    finds = "import torch\n" + right.replace("    top =", "    print('left', hasattr(torch, 'LEFT'))\n    top =")
    assert grader.judge([keeps], "softmax").points == 2
    assert "left False" in grader.judge([finds], "softmax").printed
