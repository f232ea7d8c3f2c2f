"""The one list of requirements, and the files that point to it, agree."""

import ast
import re
import sys
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from utils.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
REQUIREMENTS = {canonicalize_name(Requirement(one).name): Requirement(one) for one in PROJECT["dependencies"]}
EXTRAS = {
    canonicalize_name(Requirement(one).name): Requirement(one)
    for extra in PROJECT["optional-dependencies"].values()
    for one in extra
}
IMPORTED_AS = {
    "IPython": "ipykernel",
    "bs4": "beautifulsoup4",
    "jupyter_core": "jupyterlab",
    "jupyterlab_server": "jupyterlab",
    "packaging": "pytest",
    "sqlalchemy": "nbgrader",
    "traitlets": "nbgrader",
}
"""Packages that come with a declared one as a part of its public face, or under another name."""


def test_environment_installs_the_project_itself():
    text = (ROOT / "environment.yml").read_text()
    assert "--editable ." in text
    assert PROJECT["requires-python"] == re.search(r"python(>=[\d.]+)", text)[1]


def test_readme_names_the_same_python_and_the_two_commands():
    text = (ROOT / "README.md").read_text()
    assert f"Python {PROJECT['requires-python'].lstrip('>=')}" in text
    for command in ("make lab", "make test", "conda env create -f environment.yml", "python -m venv .venv"):
        assert command in text, command


def test_makefile_has_the_commands_of_the_readme():
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    used = re.findall(r"`make (\w+)`", (ROOT / "README.md").read_text())
    assert {"lab", "test"} <= set(used) <= set(targets)


def test_tested_versions_are_allowed():
    required = REQUIREMENTS | {one.name: one for one in map(Requirement, metadata.requires("nbformat"))}
    for line in (ROOT / ".ci" / "constraints.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            name, version = line.split("==")
            assert required[name].specifier.contains(version)


@pytest.mark.parametrize("requirement", [*REQUIREMENTS.values(), *EXTRAS.values()], ids=str)
def test_no_upper_cap(requirement):
    assert all(one.operator in (">=", "!=") for one in requirement.specifier) or requirement in EXTRAS.values()


def test_every_import_is_declared():
    declared = {name.replace("-", "_") for name in (*REQUIREMENTS, *EXTRAS)}
    sources = [path for folder in ("utils", "solutions", "tests") for path in (ROOT / folder).rglob("*.py")]
    imported = set()
    for path in sources:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.split(".")[0])
    foreign = {IMPORTED_AS.get(name, name) for name in imported} - set(sys.stdlib_module_names) - {"utils"}
    assert foreign <= declared, foreign - declared
