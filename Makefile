# Everything a newcomer needs: `make demo` and `make test` set themselves up.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
RECORD ?= demo-record

.PHONY: demo test gate lint types floors docs format clean

demo: $(VENV)/ready
	@$(BIN)/dragoman demo --to $(RECORD)

test: $(VENV)/ready
	$(BIN)/pytest

gate:
	.ci/run

lint: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready
	$(BIN)/mypy

floors: $(VENV)/ready
	$(BIN)/lint-imports --no-cache

docs: $(VENV)/ready
	$(BIN)/python tools/write_codebook.py --check
	$(BIN)/python tools/write_reference.py --check
	$(BIN)/python tools/write_workbench.py --check
	$(BIN)/mkdocs build --strict --quiet

format: $(VENV)/ready
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) $(RECORD) site build dist

$(VENV)/ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "dragoman needs Python 3.11 or newer; try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) has no venv; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@echo "setting up $(VENV) (once, a minute or two)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $@
