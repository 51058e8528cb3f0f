"""A test that lacks its program is skipped with advice on a developer's machine, and fails in CI."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.availability import MissingProgramError, unavailable
from tests.support.chromium import find_chromium
from tests.support.locations import ROOT
from tests.support.site_process import environment


def test_unavailable__skips_and_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install postgresql"):
        unavailable("PostgreSQL was not found; install it with: apt-get install postgresql")


def test_unavailable__fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="apt-get install chromium"):
        unavailable("Chromium was not found; install it with: apt-get install chromium")


def test_find_chromium__names_the_package_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingProgramError, match="apt-get install chromium"):
        find_chromium()


def test_find_binaries__names_the_package_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(postgres, "DEBIAN_FOLDER", tmp_path)
    with pytest.raises(MissingProgramError, match="apt-get install postgresql"):
        postgres.find_binaries()


WITHOUT_POSTGRESQL = """
import pathlib, sys, pytest
from tests.support import postgres
postgres.DEBIAN_FOLDER = pathlib.Path("/nowhere")
sys.exit(pytest.main(["--database=postgresql", "-q", "tests/house/test_availability.py",
                      "-k", "test_unavailable__fails_in_ci"]))
"""


@pytest.mark.parametrize(("ci", "status", "word"), [("", 0, "SKIPPED"), ("true", 1, "ERROR")])
def test_a_whole_run__without_postgresql_is_skipped_and_fails_in_ci(ci: str, status: int, word: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_POSTGRESQL],
        cwd=ROOT,
        env={**environment(), "PATH": "", "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == status, run.stdout + run.stderr
    assert f"{word} " in run.stdout
    assert "apt-get install postgresql" in run.stdout
