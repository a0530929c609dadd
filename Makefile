# Everything a fresh machine needs is Python 3.11 or newer, make and a network the first time.

VENV := .venv
BIN := $(VENV)/bin
PYTHONS := python3.13 python3.12 python3.11 python3.14 python3

.PHONY: demo test test-web lint coverage mutants cases bench bench-full bench-report dist-check clean

demo: $(VENV)/ready  ## Read a round, solve it, show the plan; workbook, pages and letters in ./demo.
	$(BIN)/innopraktik-match demo demo --force

test: $(VENV)/ready-test  ## All tests, and the rules for imports.
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -q -n auto --dist worksteal

test-web: $(VENV)/ready-test  ## Workbook in LibreOffice, pages in Chromium with axe-core; installs or names what it needs.
	scripts/web_tools.sh
	$(BIN)/pytest -q webtests

lint: $(VENV)/ready-lint  ## Style and types.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

coverage: $(VENV)/ready-test  ## Tests with branch coverage.
	$(BIN)/pytest -q -n auto --cov=innopraktik_match --cov-branch --cov-report=term-missing:skip-covered

mutants: $(VENV)/ready-test  ## Small changes of the source: how many of them the tests notice. Half an hour or more.
	$(BIN)/python scripts/mutate.py --each $(or $(EACH),10)

cases: $(VENV)/ready  ## Solve and verify every JSON round in CASES, and compare with its expected.csv.
	@test -n "$(CASES)" || { echo "usage: make cases CASES=DIR" >&2; exit 2; }
	$(BIN)/python scripts/run_cases.py "$(CASES)"

bench: $(VENV)/ready-bench  ## Seeded rounds and rivals, the small ones: about two minutes.
	$(BIN)/python -m benchmarks.suite smoke

bench-full: $(VENV)/ready-bench  ## All of them: hours. Then write the page of the results.
	$(BIN)/python -m benchmarks.suite full
	$(BIN)/python -m benchmarks.report

bench-report: $(VENV)/ready-bench  ## Write the page of the results again.
	$(BIN)/python -m benchmarks.report

dist-check: $(VENV)/ready-dist  ## Build sdist and wheel into ./dist, and use the wheel in an empty environment.
	$(BIN)/python scripts/check_dist.py

clean:  ## Remove what make has made.
	rm -rf $(VENV) demo dist

$(VENV)/ready: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable '.[report]'
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/ready-test: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/ready-lint: $(VENV)/ready-test
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@

$(VENV)/ready-bench: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

$(VENV)/ready-dist: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --group dist
	@touch $@

$(BIN)/python:
	@for python in $(PYTHONS); do \
	  $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  $$python -m venv $(VENV) && exit 0; \
	  rm -rf $(VENV); \
	done; \
	echo "No Python 3.11 or newer that can make an environment was found (tried: $(PYTHONS))." >&2; \
	echo "On Debian and Ubuntu: sudo apt install python3 python3-venv. On macOS: brew install python." >&2; \
	exit 1
