"""A running site with the demo municipality: gunicorn with the settings of a server, on a free port."""

import shutil
import sqlite3
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.support.cached import build_once
from tests.support.fingerprint import content_key, static_key
from tests.support.guarded import GuardedProgram, free_port
from tests.support.locations import ROOT
from tests.support.site_process import DEMO_PASSWORD, environment, manage, site_settings
from tests.support.sqlite import copy_database, migrated_template, sqlite_url

START_TIMEOUT = 60
DATABASE = "handslag.sqlite3"


def demo_settings(var_dir: Path, base_url: str) -> dict[str, str]:
    return site_settings(
        var_dir,
        sqlite_url(var_dir / DATABASE),
        BASE_URL=base_url,
        ALLOWED_HOSTS="127.0.0.1,localhost",
        DEMO="true",
        DEMO_PASSWORD=DEMO_PASSWORD,
    )


def demo_template() -> Path:
    """A folder with database, media and mail as `load_demo` leaves them."""

    def build(place: Path) -> None:
        place.mkdir(parents=True)
        copy_database(migrated_template(), place / DATABASE)
        settings = demo_settings(place, "http://127.0.0.1")
        manage("setup_roles", settings=settings)
        manage("load_demo", settings=settings)

    return build_once("demo", content_key(), build)


def collected_static() -> Path:
    """Hashed and compressed static files, as a server has them."""

    def build(place: Path) -> None:
        with tempfile.TemporaryDirectory() as var_dir:
            manage(
                "collectstatic",
                "--no-input",
                "--verbosity=0",
                settings=demo_settings(Path(var_dir), "http://127.0.0.1"),
            )
            shutil.copytree(Path(var_dir) / "static", place)

    return build_once("static", static_key(), build)


class DemoSite:
    """The address of a running demo, and a way to look into and change its database from outside."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="handslag-demo-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.password = DEMO_PASSWORD
        var_dir = self.folder / "var"
        template = self._template()
        shutil.copytree(template, var_dir, ignore=shutil.ignore_patterns(f"{DATABASE}*", "static"))
        copy_database(template / DATABASE, var_dir / DATABASE)
        (var_dir / "static").symlink_to(collected_static(), target_is_directory=True)
        self.database = var_dir / DATABASE
        self.settings = demo_settings(var_dir, self.url)
        self._program = self._serve()

    def _template(self) -> Path:
        return demo_template()

    def _serve(self) -> GuardedProgram:
        command = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--chdir", str(ROOT)]
        command += [
            "--bind",
            f"127.0.0.1:{self.port}",
            "--workers",
            "1",
            "--threads",
            "4",
            "--no-control-socket",
        ]
        program = GuardedProgram(
            command,
            log=self.folder / "server.log",
            environment=environment(**self.settings),
            folder=self.folder,
        )
        deadline = time.monotonic() + START_TIMEOUT
        while not answers(self.url):
            if program.has_ended() or time.monotonic() > deadline:
                raise RuntimeError(f"The demo site did not start:\n{self.log()}")
            time.sleep(0.1)
        return program

    def log(self) -> str:
        """What the server printed; empty once it has ended and its folder is gone."""
        path = self.folder / "server.log"
        return path.read_text() if path.exists() else ""

    def manage(self, *arguments: str) -> str:
        """Run one of the site's commands on the running site's data."""
        return manage(*arguments, settings=self.settings).stdout

    def reset(self) -> None:
        """Put the demo's content back, under the running server."""
        with (
            sqlite3.connect(self._template() / DATABASE) as original,
            sqlite3.connect(self.database, timeout=20) as copy,
        ):
            original.backup(copy)

    def stop(self) -> None:
        self._program.stop()


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=10).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
