# `make demo` and `make test` are the two commands one needs; `make help` lists the others.
# They need python3 (3.9 or newer), git and make; everything else is fetched into .tools/ and .venv/.

PYTHON ?= python3
PORT ?= 8000
TESTS ?= tests
RUN := .venv/bin/python

export PORT

.DEFAULT_GOAL := help
.PHONY: help setup demo test unit test-all check audit bench lock messages format wheel

help:
	@echo "make demo       set up, fill a demo municipality and serve it on 127.0.0.1:$(PORT) (PORT= for another)"
	@echo "make test       tests on SQLite, on PostgreSQL and in Chromium (TESTS=folder for a part)"
	@echo "make unit       the quick ones of them: SQLite, no browser, no whole sites (under two minutes on two cores)"
	@echo "make test-all   the same with every language, theme and screen size"
	@echo "make check      lint, types, layers, migrations, templates, translations, server settings"
	@echo "make format     put the sources into the house's form"
	@echo "make messages   bring the message catalogues up to date with the sources"
	@echo "make lock       choose newer packages and write requirements.lock"
	@echo "make audit      known advisories for the locked packages"
	@echo "make bench      how long the pages that people meet most often take"
	@echo "make wheel      the four apps as a wheel for another Wagtail site, in dist/"

setup:
	@$(PYTHON) tools/bootstrap.py

demo:
	@$(PYTHON) tools/port_is_free.py $(PORT)
	@echo "Setting up (kept for next time):"
	@$(PYTHON) tools/bootstrap.py
	@exec $(RUN) tools/demo.py

test: setup
	@$(RUN) tools/run_tests.py $(TESTS)

unit: setup
	@$(RUN) tools/run_tests.py --unit $(TESTS)

test-all: setup
	@$(RUN) tools/run_tests.py --all $(TESTS)

check: setup
	@$(RUN) tools/check.py

audit: setup
	@$(RUN) tools/audit.py

bench: setup
	@$(RUN) -m tests.load.bench_pages
	@$(RUN) -m tests.load.bench_plan
	@$(RUN) -m tests.load.bench_contacts
	@$(RUN) -m tests.load.bench_training
	@$(RUN) -m tests.load.bench_scanner

messages: setup
	@$(RUN) tools/messages.py update
	@$(RUN) tools/messages.py compile

format: setup
	@$(RUN) -m ruff check --fix --quiet . || true
	@$(RUN) -m ruff format .

lock: setup
	@env -u UV_PYTHON UV_SYSTEM_CERTS=true $$(ls .tools/bin/uv .tools/lib/uv/bin/uv 2>/dev/null | head -1) pip compile pyproject.toml \
		--extra site --group dev --universal --upgrade --generate-hashes --no-header --quiet -o requirements.lock

wheel: setup
	@$(RUN) -m hatchling build -t wheel
