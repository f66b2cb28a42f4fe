# make run    set up, then process data/raw into data/processed
# make test   set up, then run the tests
# make check  lint, types, import contracts, tests
# make golden write the rows of tests/golden anew; review the difference like code
# make floors raise the quality floors to today's figures (needs the gold: COPYDESK_GOLD)
VENV := .venv
BIN := $(VENV)/bin
# The first Python that the project supports; name another with `make run PYTHON=...`.
PYTHON ?= $(firstword $(foreach v,python3.13 python3.12 python3.11 python3,$(shell $(v) -c 'import sys; sys.exit(not (3,11) <= sys.version_info[:2] < (3,14))' 2>/dev/null && echo $(v))))
UV := $(shell command -v uv 2>/dev/null)
# Without compiled files every start would compile the libraries anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check lint docs golden floors clean

run: $(VENV)/.ready
	$(BIN)/copydesk run

test: $(VENV)/.ready-dev
	$(BIN)/pytest -n auto --dist loadfile

check: lint test

lint: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.ready
	$(BIN)/python -m schemas.dictionary

golden: $(VENV)/.ready-dev
	$(BIN)/pytest -q tests/golden --update-golden

floors: $(VENV)/.ready-dev
	$(BIN)/python -m tests.quality.floors

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info

$(VENV)/.ready: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "copydesk needs Python 3.11, 3.12 or 3.13 (newer ones are not supported by its libraries yet); none was found" >&2; exit 2; }
	$(call install,.)

$(VENV)/.ready-dev: $(VENV)/.ready
	$(call install,.[dev])

define install
@echo "Setting up $(VENV) with $(PYTHON)$(if $(UV), and uv) (about 1.4 GB; some minutes the first time)"
$(if $(UV),\
	@test -x $(BIN)/python || $(UV) venv -q --clear --python $(PYTHON) $(VENV),\
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV))
$(if $(UV),\
	@$(UV) pip install -q --python $(BIN)/python --compile-bytecode -c constraints.txt -e '$(1)',\
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '$(1)')
@touch $@
endef
