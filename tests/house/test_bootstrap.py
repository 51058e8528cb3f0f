"""The part of `make` before anything is installed: any Python from 3.9, one sentence where something lacks."""

import ast
import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.locations import ROOT

BEFORE_INSTALLATION = ("bootstrap.py", "port_is_free.py")


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script as a module whose checkout is an empty folder."""
    specification = importlib.util.spec_from_file_location(
        "bootstrap_under_test", ROOT / "tools" / "bootstrap.py"
    )
    assert specification and specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    folders = {
        "ROOT": tmp_path,
        "TOOLS": tmp_path / ".tools",
        "VENV": tmp_path / ".venv",
        "LOG": tmp_path / "setup.log",
    }
    for name, path in folders.items():
        monkeypatch.setattr(module, name, path)
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "handslag-setup")
    for name in module.DECIDING_FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    return module


@pytest.mark.parametrize("name", BEFORE_INSTALLATION)
def test_bootstrap__reads_as_python_3_9_and_imports_only_the_standard_library(name: str) -> None:
    tree = ast.parse((ROOT / "tools" / name).read_text(), feature_version=(3, 9))
    imported = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    imported |= {
        (node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)
    }
    assert imported <= sys.stdlib_module_names
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Match)]


def test_bootstrap__without_venv_and_pip_names_the_package(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "run", lambda command: False)
    sentence = bootstrap.main()
    assert "apt-get install python3-venv" in sentence
    assert "\n" not in sentence


def test_bootstrap__falls_back_to_pip_where_venv_is_missing(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[list[str]] = []

    def run(command: list[str]) -> bool:
        tried.append(command)
        if "--target" not in command:
            return False
        program = bootstrap.uv_places()[1]
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\necho uv {bootstrap.UV_VERSION}\n")
        program.chmod(0o755)
        return True

    monkeypatch.setattr(bootstrap, "run", run)
    assert bootstrap.find_or_install_uv() == bootstrap.uv_places()[1]
    assert tried[0][1:3] == ["-m", "venv"]


def test_bootstrap__a_missing_interpreter_is_one_sentence(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "find_or_install_uv", lambda: Path("uv"))
    monkeypatch.setattr(bootstrap, "run", lambda command: False)
    assert "pyenv install 3.13" in bootstrap.main()


def test_bootstrap__does_nothing_when_nothing_changed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.PYTHON.parent.mkdir(parents=True)
    bootstrap.PYTHON.touch()
    bootstrap.STAMP.write_text(bootstrap.fingerprint())
    monkeypatch.setattr(bootstrap, "run", lambda command: pytest.fail(f"ran {command}"))
    assert bootstrap.main() == 0


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", ".python-version"])
def test_bootstrap__a_changed_file_means_setting_up_again(bootstrap: ModuleType, name: str) -> None:
    before = bootstrap.fingerprint()
    with (bootstrap.ROOT / name).open("a") as file:
        file.write("\n# changed\n")
    assert bootstrap.fingerprint() != before


def test_bootstrap__keeps_other_interpreters_out_of_the_way(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UV_PYTHON", "3.12")
    monkeypatch.setenv("VIRTUAL_ENV", "elsewhere")
    assert not {"UV_PYTHON", "VIRTUAL_ENV"} & set(bootstrap.environment())


def ask_for_port(port: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "tools" / "port_is_free.py"), port],
        capture_output=True, text=True, check=False, env=dict(os.environ),
    )  # fmt: skip


def test_demo__a_port_in_use_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        answer = ask_for_port(port)
    assert answer.returncode == 1
    assert answer.stderr.startswith(f"Port {port} is in use;")
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_demo__a_port_that_is_none_is_one_sentence(port: str) -> None:
    assert "PORT must be a number" in ask_for_port(port).stderr
