"""The profile of `course lab`: what it hides exists, what it sets is what JupyterLab reads."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_core.paths import jupyter_path
from jupyterlab_server.config import get_page_config
from jupyterlab_server.settings_utils import get_settings

from utils.desk.lab import profile
from utils.paths import ROOT

LABEXTENSIONS = jupyter_path("labextensions")
LAB = Path(sys.prefix) / "share" / "jupyter" / "lab"
INSTRUCTORS = {"assignment-list", "course-list", "create-assignment", "formgrader", "menu"}


@pytest.fixture
def as_seen_by(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))

    def enter(instructor: bool) -> dict[str, str]:
        variables = profile(instructor)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return variables

    return enter


def hidden() -> set[str]:
    return {name.removeprefix("@jupyter/nbgrader:") for name in get_page_config(LABEXTENSIONS)["disabledExtensions"]}


def test_a_learner_sees_nothing_of_nbgrader_but_validate(as_seen_by):
    as_seen_by(instructor=False)
    assert hidden() >= INSTRUCTORS
    assert "validate-assignment" not in hidden()


def test_an_instructor_sees_all_of_nbgrader(as_seen_by):
    as_seen_by(instructor=True)
    assert not hidden() & {*INSTRUCTORS, "validate-assignment"}


def test_nbgrader_still_calls_its_parts_so():
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in LABEXTENSIONS
        for path in Path(folder, "@jupyter", "nbgrader", "static").glob("*.js")
    )
    for part in INSTRUCTORS:
        assert f'"@jupyter/nbgrader:{part}"' in code


@pytest.mark.parametrize("instructor", [False, True])
def test_no_news_and_settings_of_its_own(as_seen_by, instructor, tmp_path):
    own = as_seen_by(instructor)["JUPYTERLAB_SETTINGS_DIR"]
    assert Path(own).is_relative_to(tmp_path)
    name = "@jupyterlab/apputils-extension:notification"
    schema = get_settings(str(LAB / "settings"), str(LAB / "schemas"), own, name)[0]["schema"]["properties"]
    assert schema["fetchNews"]["default"] == "false"
    assert schema["checkForUpdates"]["default"] is False


def test_the_users_own_configuration_stays_below(monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "theirs")
    assert profile()["JUPYTER_CONFIG_PATH"].endswith("theirs")


@pytest.mark.slow
@pytest.mark.parametrize("token", ["", "mine"], ids=["Jupyter's token", "a token of the user's own"])
def test_the_address_is_printed(token, tmp_path):
    environment = {**os.environ, "COURSE_HOME": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path)}
    environment |= {"JUPYTER_CONFIG_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    options = [f"--IdentityProvider.token={token}"] if token else []
    command = [sys.executable, "-m", "utils.cli", "lab", "--no-browser", "--port=0", *options]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            address = next((line for line in server.stdout if "http://" in line), "")
        finally:
            server.terminate()
    assert re.search(r"http://localhost:[1-9]\d*/lab/tree/\S+\?token=\S+", address)
