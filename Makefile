# Everything runs in a virtual environment that the first call makes; nothing has to be installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint browser bench quality clean-venv
.DELETE_ON_ERROR:

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: $(VENV)/.installed
	$(BIN)/python scripts/demo.py

test: lint browser
	$(BIN)/python -m pytest -q

browser:
	sh scripts/install_browser.sh

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.installed
	$(BIN)/python -m pytest benchmarks --benchmark-only --benchmark-columns=median,rounds

quality: $(VENV)/.installed
	$(BIN)/python -m benchmarks.quality
	$(BIN)/python -m benchmarks.mirror_quality
	$(BIN)/python -m benchmarks.furniture_quality

clean-venv:
	rm -rf $(VENV)
