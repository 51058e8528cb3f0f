"""What the commands of the Makefile promise."""

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import polib
import pytest

from tests.support.locations import ROOT
from tests.support.site_process import environment

TOOLS = ROOT / "tools"


@pytest.fixture(autouse=True)
def tools_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))


def load(name: str) -> ModuleType:
    specification = importlib.util.spec_from_file_location(f"{name}_under_test", TOOLS / f"{name}.py")
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_help__lists_every_target() -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [
        target for target in targets if target not in {"help", "setup"} and f"make {target} " not in listed
    ] == []


def test_ci__installs_what_the_tests_drive_and_runs_both_commands() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    for word in ("chromium", "postgresql", "gettext", "python3-venv", "make check", "make test", "CI=true"):
        assert word in script


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (
            {"dependencies": [{"name": "a", "version": "1", "vulns": []}]},
            0,
            "1 of 1 packages checked, 0 advisories",
        ),
        (
            {
                "dependencies": [
                    {"name": "a", "version": "1", "vulns": [{"id": "X-1", "fix_versions": ["2"]}]}
                ]
            },
            1,
            "a 1: X-1, fixed in 2",
        ),
        ({"dependencies": [{"name": "a", "skip_reason": "not found"}]}, 0, "NOTHING WAS CHECKED"),
        (None, 0, "NOTHING WAS CHECKED"),
    ],
)
def test_audit__a_source_that_knows_nothing_is_no_clean_bill(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: dict[str, object] | None,
    status: int,
    words: str,
) -> None:
    audit = load("audit")
    monkeypatch.setattr(audit, "ask", lambda source: json.dumps(answer) if answer else "")
    assert audit.main() == status
    assert words in capsys.readouterr().out


def test_lock__names_no_address_and_no_folder() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    assert not re.search(r"(?m)^-|file:|/home/|/tmp/", lock)


def test_steps__a_failure_fails_the_whole_and_does_not_hide_the_next(
    capfd: pytest.CaptureFixture[str],
) -> None:
    steps = load("steps")
    failing = steps.Step("first", [sys.executable, "-c", "import sys; sys.exit('it broke')"], environment())
    working = steps.Step("second", [sys.executable, "-c", ""], environment())
    assert steps.run_quietly([failing, working], at_once=2) == 1
    out = capfd.readouterr().out
    assert "it broke" in out
    assert re.search(r"FAILED +first", out)
    assert re.search(r"ok +second", out)
    assert steps.run_openly([working]) == 0


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    module = load("messages")
    monkeypatch.setattr(module, "CATALOGUES", tmp_path)
    return module


def catalogue(**entries: str) -> polib.POFile:
    file = polib.POFile()
    file.extend(polib.POEntry(msgid=message, msgstr=text) for message, text in entries.items())
    return file


@pytest.mark.parametrize(
    ("source", "translated", "problem"),
    [
        ({"Save": ""}, {}, "missing: 'Save'"),
        ({"Save": ""}, {"Save": ""}, "not translated: 'Save'"),
        ({"Save": ""}, {"Save": "Spara", "Gone": "Borta"}, "no longer used: 'Gone'"),
        ({"%(n)s days": ""}, {"%(n)s days": "%(antal)s dagar"}, "placeholders differ"),
    ],
)
def test_messages__an_incomplete_catalogue_is_named(
    messages: ModuleType, source: dict[str, str], translated: dict[str, str], problem: str
) -> None:
    messages.write_catalogue(catalogue(**translated), "sv")
    assert problem in "\n".join(messages.find_problems(catalogue(**source), "sv"))


def test_messages__a_complete_catalogue_has_no_problem(messages: ModuleType) -> None:
    messages.write_catalogue(catalogue(**{"Save": "Spara", "%(n)s days": "%(n)s dagar"}), "sv")
    assert list(messages.find_problems(catalogue(**{"Save": "", "%(n)s days": ""}), "sv")) == []
