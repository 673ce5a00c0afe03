# Needs make, Python 3.11 or newer and a package registry; nothing else. `make help` lists the targets.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Read the example documents, show the films, write the dossier of Desperado
	@mkdir -p build && rm -f build/demo.db build/demo.db-wal build/demo.db-shm
	$(BIN)/filmdossier read examples --library build/demo.db
	$(BIN)/filmdossier films --library build/demo.db
	$(BIN)/filmdossier show Desperado --library build/demo.db
	$(BIN)/filmdossier dossier Desperado --library build/demo.db -o build/desperado.html
	@echo
	@echo "The dossier is $(CURDIR)/build/desperado.html: open it in a browser."

test: check browser ## Lint, types and every test, the browser's among them
	$(BIN)/python -m pytest

check: $(VENV)/.developed ## Lint, layers and types only
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

golden: $(VENV)/.developed ## Write the golden dossiers anew; then read the difference before you commit it
	$(BIN)/python -m pytest tests/dossiers --update-golden
	git --no-pager diff --stat -- tests/dossiers

docs: $(VENV)/.developed ## Write anew what the program tells of itself: docs/cli.md, the licences, the session in README.md
	$(BIN)/python tools/cli_reference.py
	$(BIN)/python tools/licences.py
	$(BIN)/python tools/readme_session.py

bench: $(VENV)/.developed ## Measure quality and speed
	$(BIN)/python -m benchmarks

clean: ## Remove what the targets above have made
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

browser:
	@sh tools/install_browser

# The stamps are newer than pyproject.toml while the environment holds what it asks for.
$(VENV)/.installed: pyproject.toml tools/make_environment
	sh tools/make_environment "$(PYTHON)" $(VENV)
	@touch $@

$(VENV)/.developed: pyproject.toml tools/make_environment
	sh tools/make_environment "$(PYTHON)" $(VENV) dev
	@touch $@ $(VENV)/.installed

.PHONY: help demo test check golden docs bench clean browser
