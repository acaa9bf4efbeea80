# `make` lists the targets. A machine with python3, make and git is enough.
UV_VERSION := 0.13.9
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
BIN := .venv/bin
ORGCHART := $(BIN)/orgchart

export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
export UV_LINK_MODE := copy

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint format diagrams docs bench score lock clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/.stamp  ## set up the virtual environment in .venv (the other targets do it by themselves)

demo: .venv/.stamp  ## check the organizations in org/, draw them, say where to look
	$(ORGCHART) validate org --quiet
	$(ORGCHART) render org -o build/demo
	$(ORGCHART) who-reports-to 客户总监 org --organization ad-agency
	@echo
	@echo "Drawn: open build/demo/index.html in a browser."
	@echo "Next:  $(ORGCHART) --help"

test: .venv/.stamp  ## run the tests
	$(BIN)/python -m pytest -n auto

check: lint test  ## all that guards the project

lint: .venv/.stamp  ## style, types, floor plan, org/ itself, and whether pictures and documents are fresh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(ORGCHART) validate org --quiet
	$(BIN)/python -m tests.fresh --check

format: .venv/.stamp  ## put the code into its one style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

diagrams: .venv/.stamp  ## redraw diagrams/ from org/
	$(BIN)/python -m tests.fresh diagrams
	$(BIN)/python -m tests.rendering.golden

docs: .venv/.stamp  ## rewrite what is generated: the schema, the pages of the rules, what docs/ shows
	$(BIN)/python -m tests.fresh docs
	$(BIN)/python -m tests.pages docs/*.md

PEERS ?= build/peers
bench: .venv/.stamp  ## print how fast things are, each beside a peer measured in the same run
	@test -d $(PEERS) || $(MAKE) -s build/peers || echo "without them: current Graphviz could not be installed"
	PEERS=$(PEERS) $(BIN)/python -m benchmarks

build/peers: benchmarks/peers.lock | $(filter .uv/bin/uv,$(UV))
	$(UV) venv -q --clear $@
	$(UV) pip sync -q --require-hashes --only-binary :all: --python $@/bin/python benchmarks/peers.lock || { rm -rf $@; exit 1; }

GOLD ?= $(wildcard ../shared/gold)
DOCUMENTS ?= $(wildcard ../shared/seeds)
score: .venv/.stamp  ## how well job descriptions are read: our own pairs, and GOLD=… DOCUMENTS=… (folders) beside them
	$(BIN)/python -m tests.extraction.scoring --edges tests/extraction/pairs
	$(if $(GOLD),$(BIN)/python -m tests.extraction.scoring --edges $(GOLD) $(or $(DOCUMENTS),$(GOLD)))

LOCKED = $(UV) pip compile -q --universal --python-version 3.10 --generate-hashes --no-header --upgrade
lock: | $(filter .uv/bin/uv,$(UV))  ## choose the newest versions again and write the lock files
	$(LOCKED) --group dev pyproject.toml -o requirements.lock
	$(LOCKED) --group bench -o benchmarks/peers.lock

clean:  ## remove what make made
	rm -rf .venv .uv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

.uv/bin/uv:
	@python3 -c 'import venv, ensurepip' 2>/dev/null || { echo "python3 has no venv: install it first (Debian: apt install python3-venv)"; exit 1; }
	python3 -m venv .uv
	.uv/bin/python -m pip install -q --disable-pip-version-check "uv==$(UV_VERSION)"

.venv/.stamp: pyproject.toml requirements.lock | $(filter .uv/bin/uv,$(UV))
	$(UV) venv -q --clear .venv
	$(UV) pip sync -q --require-hashes --python $(BIN)/python requirements.lock
	$(UV) pip install -q --no-deps --python $(BIN)/python -e .
	@$(BIN)/python -m compileall -q orgchart
	@touch $@
