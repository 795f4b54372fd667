# Two commands do everything: `make demo` and `make test`. The rest is listed by `make help`.
SHELL := /bin/sh
ARGS ?=
WORKERS ?= 2
BIN := .venv/bin
# Each file of tests goes to one process, which keeps what they share; the longest files begin early.
SPREAD = -n $(WORKERS) --dist loadfile --no-loadscope-reorder
CORE_TESTS := tests/law tests/reforms tests/engine tests/terms tests/projection tests/comparison
# Everything else, and of the core what needs Spark, which does not come with it.
SERVICE_TESTS := $(shell grep -lr --include='*.py' 'mark\.spark' $(CORE_TESTS)) tests/journeys \
	$(filter-out $(CORE_TESTS) tests/journeys,$(patsubst %/,%,$(wildcard tests/[a-z]*/)))

.DEFAULT_GOAL := help
test-core test-core-alone test-service: export NSIS_CACHE = $(CURDIR)/build/kernels
test-core-alone test-service: export NSIS_FACTS = 100000
unexport PYTHONDONTWRITEBYTECODE  # tests start many processes; each would compile the source anew
.PHONY: help setup demo test check test-core test-core-alone test-service test-models format lock messages frontend bench-returns bench-law bench-projection clean

help:  ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-17s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## Make .venv with everything pinned; the command is then .venv/bin/nsis
	@tools/set-up

demo: setup  ## Load a demonstration upazila, run a year of the scheme, serve the pages (ARGS=--no-serve to stop before)
	@$(BIN)/nsis demo $(ARGS)

# More processes than processors: some wait for a browser, a database, or a kernel that another compiles.
test-core-alone test-service: WORKERS = 3
# Side by side; each is told when it is through.
test: setup  ## Everything that must pass: some 23 minutes on two processors
	@$(MAKE) --jobs=3 --output-sync=target --no-print-directory check test-core-alone test-service

check: setup  ## Style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

test-core: setup  ## The law and its engine, quickly: 200 facts a scheme, nothing slow, no Django, no database
	$(BIN)/python -m pytest -p no:django $(SPREAD) -m "not spark and not slow and not long" $(CORE_TESTS)

test-core-alone: setup  ## The law and its engine, whole: 100,000 facts a scheme, installed by themselves without Django
	tools/test-core-alone $(SPREAD) --durations 15 $(CORE_TESTS)

test-service: setup  ## The rest: database, pages, journeys in a browser, Spark
	$(BIN)/python -m pytest $(SPREAD) $(SERVICE_TESTS)

test-models: setup  ## The two models of the projection against each other, on a tenth of the nation: a quarter of an hour
	$(BIN)/python -m pytest -p no:django -m long tests/projection

bench-returns: setup  ## Lines a second, from an employer's file to the posted ledger
	$(BIN)/python benchmarks/returns.py

bench-law: setup  ## Rows a second of the law over columns, beside NumPy, OpenFisca, PolicyEngine and Spark
	$(BIN)/python benchmarks/law.py

bench-projection: setup  ## Lives and futures a second: beside NumPy and neworder, and under the whole law
	$(BIN)/python benchmarks/projection.py

format: setup  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: setup  ## Pin and hash the requirements anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python $(BIN)/python pyproject.toml --extra dev --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python $(BIN)/python pyproject.toml --extra test --output-file requirements/core.txt

messages: setup  ## Collect the pages' texts for translation and compile them (needs gettext)
	cd src/nsis && ../../$(BIN)/django-admin makemessages --locale bn --no-obsolete --no-wrap --add-location file --settings nsis.site.settings
	cd src/nsis && ../../$(BIN)/django-admin compilemessages --settings nsis.site.settings

frontend:  ## Compile the pages' style and scripts anew (needs Node and npm; the result is committed)
	cd tools/frontend && npm ci && npm run build

clean:  ## Remove what was built (not the data home)
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis benchmarks/results
