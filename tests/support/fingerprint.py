"""Keys for cached databases: the same key means that building it again would give the same content."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from tests.support.locations import ROOT, SOURCE_FOLDERS


def schema_key(apps: str = "") -> str:
    """Everything that decides the schema and what migrations write."""
    return _digest(_schema_files(), apps)


def content_key(apps: str = "") -> str:
    """Everything that can change what the demo commands write."""
    return _digest(_all_source_files(), apps)


def static_key() -> str:
    """Everything that `collectstatic` gathers."""
    files = (
        path
        for folder in SOURCE_FOLDERS
        for path in (ROOT / folder).rglob("*")
        if "static" in path.parts and path.is_file()
    )
    return _digest([ROOT / "requirements.lock", *(ROOT / "site" / "config").rglob("*.py"), *files], "")


def _schema_files() -> Iterable[Path]:
    yield ROOT / "requirements.lock"
    for folder in SOURCE_FOLDERS:
        yield from (ROOT / folder).rglob("migrations/*.py")
        yield from (ROOT / folder).rglob("apps.py")
        # Triggers are written after every migrate.
        yield from (ROOT / folder).rglob("seal/*.py")
    yield from (ROOT / "site" / "config" / "settings").rglob("*.py")


def _all_source_files() -> Iterable[Path]:
    yield ROOT / "requirements.lock"
    for folder in SOURCE_FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "static" not in path.parts and path.suffix not in {".pyc", ".mo", ".po"}:
                yield path


def _digest(files: Iterable[Path], apps: str) -> str:
    digest = hashlib.sha256(apps.encode())
    for path in sorted(files):
        if path.exists():
            digest.update(str(path.relative_to(ROOT)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
