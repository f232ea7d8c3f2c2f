# Two commands do everything: `make lab` opens the course, `make test` runs all tests.
# Each makes .venv when it is missing. Other versions than the tested ones: make lab CONSTRAINTS=/dev/null

PYTHON ?= python3
CONSTRAINTS ?= .ci/constraints.txt
BIN := .venv/bin

.PHONY: lab test fast build site clean

lab: .venv/installed
	$(BIN)/course lab

test: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest -n auto --dist worksteal

fast: .venv/installed
	$(BIN)/python -m pytest -m "not slow"

build: .venv/installed
	$(BIN)/course build

# Buttons for Colab and Binder: make site REPOSITORY=owner/name
site: .venv/installed
	$(BIN)/python -m sphinx -q -D repository=$(REPOSITORY) docs docs/_build/html
	@echo docs/_build/html/index.html

clean:
	rm -rf .venv docs/_build docs/lessons

.venv/installed: pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'This course needs Python 3.11 or newer: make lab PYTHON=python3.12')"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint $(CONSTRAINTS) --editable ".[test,grading,site]"
	touch $@
