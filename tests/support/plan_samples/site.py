"""A running demo municipality without a plan, whose content can be put back while it runs."""

import sqlite3
from pathlib import Path

from tests.support.cached import build_once
from tests.support.demo_site import DATABASE, DemoSite, demo_settings
from tests.support.fingerprint import content_key
from tests.support.guarded import GuardedProgram
from tests.support.site_process import manage
from tests.support.sqlite import copy_database, migrated_template

EXTRA_APPS = "tests.support.plan_samples"


def planless_template() -> Path:
    """As `demo_template`, without the plan."""

    def build(place: Path) -> None:
        place.mkdir(parents=True)
        copy_database(migrated_template(), place / DATABASE)
        settings = demo_settings(place, "http://127.0.0.1") | {"EXTRA_APPS": EXTRA_APPS}
        manage("setup_roles", settings=settings)
        manage("load_demo_without_plan", settings=settings)

    return build_once("demo_without_plan", content_key(EXTRA_APPS), build)


class PlanlessSite(DemoSite):
    """`keep` remembers the content as it is, with who is signed in; `reset` puts that back."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, str] = {}

    def _template(self) -> Path:
        return planless_template()

    def _serve(self) -> GuardedProgram:
        self.settings["EXTRA_APPS"] = EXTRA_APPS
        return super()._serve()

    def keep(self) -> None:
        _copy(self.database, self._kept)

    def reset(self) -> None:
        _copy(self._kept if self._kept.exists() else self._template() / DATABASE, self.database)

    def fill(self, *command: str) -> str:
        """`reset`, and what the command adds: it is run once, and what it left is put back after that. What it said."""
        name = " ".join(command)
        filled = self.folder / f"{name}.sqlite3"
        if name in self._said:
            _copy(filled, self.database)
        else:
            self.reset()
            self._said[name] = self.manage(*command)
            _copy(self.database, filled)
        return self._said[name]

    @property
    def _kept(self) -> Path:
        return self.folder / "kept.sqlite3"


def _copy(source: Path, target: Path) -> None:
    """Through SQLite, because a server is running on one of the two."""
    with sqlite3.connect(source, timeout=20) as original, sqlite3.connect(target, timeout=20) as copy:
        original.backup(copy)
    original.close()
    copy.close()
