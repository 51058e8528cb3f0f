"""Starting a program that cannot outlive the test run."""

import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.support import guardian


class GuardedProgram:
    """A program under guardian.py; what it prints goes to `log`."""

    def __init__(
        self,
        program: Sequence[str],
        *,
        log: Path,
        environment: Mapping[str, str],
        folder: Path | None = None,
        user: str | None = None,
        stop_signal: str = "SIGTERM",
    ) -> None:
        options = ["--signal", stop_signal]
        if folder:
            options += ["--folder", str(folder)]
        if user:
            options += ["--user", user]
        self.log = log
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, guardian.__file__, *options, "--", *program],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                env=dict(environment),
                cwd=folder or log.parent,
            )

    @property
    def pid(self) -> int:
        """The guardian's own process id."""
        return self._process.pid

    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def stop(self) -> None:
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        self._process.wait(30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
