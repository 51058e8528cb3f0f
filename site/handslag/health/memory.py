"""The last answer, kept for some seconds: strangers who ask often must not make us ask the mail server as often."""

import threading
import time
from collections.abc import Callable, Mapping

type Probes = Mapping[str, Callable[[], bool]]


class RememberedAnswers:
    """In the memory of one process: it must work when database and cache do not."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._until = 0.0
        self._answers: dict[str, bool] = {}

    def of(self, probes: Probes) -> dict[str, bool]:
        with self._lock:
            if time.monotonic() >= self._until:
                self._answers = {name: probe() for name, probe in probes.items()}
                self._until = time.monotonic() + self._seconds
            return dict(self._answers)

    def forget(self) -> None:
        self._until = 0.0
