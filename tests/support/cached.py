"""Things that are costly to build are built once, by whichever test process comes first."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.locations import CACHE

KEPT_PER_KIND = 3


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Let one process at a time in; the system lifts the lock if the process dies."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def build_once(kind: str, key: str, build: Callable[[Path], None]) -> Path:
    """The path of the thing of this kind and key; built beside its place and moved there when it is whole."""
    place = CACHE / f"{kind}-{key}"
    with lock(kind):
        if place.exists():
            place.touch()
            return place
        unfinished = CACHE / f"{kind}-unfinished"
        _remove(unfinished)
        build(unfinished)
        unfinished.rename(place)
        others = sorted(CACHE.glob(f"{kind}-*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for old in others[KEPT_PER_KIND:]:
            _remove(old)
    return place


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
