"""Servers of a test run must not outlive it, however the run ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import guardian
from tests.support.guarded import GuardedProgram
from tests.support.site_process import environment

# A run in the background of a script ignores Ctrl-C, and hands that down.
STARTS = """
import signal, subprocess, sys, time
for name in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
    signal.signal(name, signal.SIG_DFL)
subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE)
time.sleep(60)
"""
WAITS = (
    "import pathlib, os, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(60)"
)


def wait_until(condition: object, seconds: float = 10) -> None:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def started_pid(file: Path) -> int:
    wait_until(lambda: file.exists() and file.read_text())
    return int(file.read_text())


def test_guardian__ends_the_program_and_removes_its_folder_when_stopped(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    program = GuardedProgram(
        [sys.executable, "-c", WAITS, str(tmp_path / "pid")],
        log=tmp_path / "log", environment=environment(), folder=folder,
    )  # fmt: skip
    pid = started_pid(tmp_path / "pid")

    program.stop()

    assert not is_alive(pid)
    assert not folder.exists()


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_guardian__ends_the_program_when_its_starters_group_is_ended(
    tmp_path: Path, sign: signal.Signals
) -> None:
    starter = subprocess.Popen(
        [
            sys.executable, "-c", STARTS,
            sys.executable, guardian.__file__, "--", sys.executable, "-c", WAITS, str(tmp_path / "pid"),
        ],
        start_new_session=True,
    )  # fmt: skip
    pid = started_pid(tmp_path / "pid")

    if sign == signal.SIGKILL:
        starter.send_signal(sign)
    else:
        os.killpg(starter.pid, sign)
    starter.wait(10)

    wait_until(lambda: not is_alive(pid))
