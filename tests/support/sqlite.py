"""A migrated SQLite file per test process, copied from a template that is built once."""

import sqlite3
import tempfile
from pathlib import Path

from tests.support.cached import build_once
from tests.support.fingerprint import schema_key
from tests.support.site_process import manage, site_settings


class SQLiteTestDatabase:
    """What the tests of one process use; `restore` puts back what `keep` found."""

    vendor = "sqlite"

    def __init__(self, folder: Path, apps: str = "") -> None:
        self._apps = apps
        self.path = folder / "test.sqlite3"
        self._kept = folder / "kept.sqlite3"
        self.url = sqlite_url(self.path)

    def prepare(self) -> None:
        copy_database(migrated_template(self._apps), self.path)

    def keep(self) -> None:
        copy_database(self.path, self._kept)

    def restore(self) -> None:
        copy_database(self._kept, self.path)

    def close(self) -> None:
        remove_database(self.path)


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def migrated_template(apps: str = "") -> Path:
    """A migrated database without content of ours."""

    def build(place: Path) -> None:
        with tempfile.TemporaryDirectory() as var_dir:
            fresh = Path(var_dir) / "template.sqlite3"
            selection = {"HANDSLAG_APPS": apps} if apps else {}
            settings = site_settings(Path(var_dir), sqlite_url(fresh), **selection)
            manage("migrate", "--no-input", "--verbosity=0", settings=settings)
            copy_database(fresh, place)

    return build_once("migrated.sqlite3", schema_key(apps), build)


def copy_database(source: Path, target: Path) -> None:
    """Copy through SQLite itself, so that what still lies in a write-ahead log comes along."""
    remove_database(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    original, copy = sqlite3.connect(f"file:{source}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        original.backup(copy)
        # Reading a file in WAL mode would lay two more files beside it; Django switches WAL on again.
        copy.execute("PRAGMA journal_mode=DELETE")
    finally:
        original.close()
        copy.close()


def remove_database(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
