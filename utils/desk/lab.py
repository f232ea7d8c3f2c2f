"""`course lab`: JupyterLab with a profile of the course's own, laid over whatever the user has configured.

`everyone/` sets what all see: no news, no check for updates, the system's light or dark theme, errors only in the terminal,
and by `address.py` where JupyterLab listens.
`learner/` hides what is for instructors: of nbgrader only Validate stays. Both are ordinary Jupyter configuration.
"""

import os
from pathlib import Path

from utils.lesson.build import learner_path
from utils.paths import ROOT, home
from utils.showing.progress import next_lesson

DESK = Path(__file__).parent


def open_lab(options: list[str], instructor: bool = False) -> int:
    """Run JupyterLab until it is stopped; its exit status. `options` go to JupyterLab.

    A learner's opens the next unfinished lesson. An instructor's opens the folder it is started in where that holds an
    nbgrader_config.py, else the course: the formgrader reads its configuration there.
    """
    root = Path.cwd() if instructor and Path("nbgrader_config.py").exists() else ROOT
    os.chdir(root)
    arguments = [f"--notebook-dir={root}"]
    if not instructor:
        arguments.append(f"--LabApp.default_url=/lab/tree/{learner_path(next_lesson()).relative_to(ROOT).as_posix()}")
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # as in most containers
        arguments.append("--allow-root")
    os.environ.update(profile(instructor))
    from jupyterlab.labapp import LabApp  # after the profile, which it reads on import

    print("JupyterLab is running; Ctrl-C here stops it.", flush=True)
    LabApp.launch_instance([*arguments, *options])
    return 0


def profile(instructor: bool = False) -> dict[str, str]:
    """The variables that give JupyterLab the profile; settings and layout that the user changes are kept in `home()`."""
    laid_over = [DESK / "everyone"] if instructor else [DESK / "learner", DESK / "everyone"]
    paths = [*map(str, laid_over), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    own = home().resolve() / "lab" / ("instructor" if instructor else "learner")
    return {
        "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths)),
        "JUPYTERLAB_SETTINGS_DIR": str(own / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(own / "workspaces"),
    }
