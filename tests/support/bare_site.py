"""Somebody else's Wagtail site: a fresh `wagtail start` project with our wheel, nothing else of this checkout."""

import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from tests.support.cached import build_once
from tests.support.demo_site import answers
from tests.support.fingerprint import schema_key
from tests.support.guarded import GuardedProgram, free_port
from tests.support.locations import ROOT
from tests.support.site_process import environment
from tests.support.sqlite import copy_database

NAME = "bare"
# What docs/developers/other-sites.md asks of such a site.
SETTINGS = """
from bare.settings.dev import *

INSTALLED_APPS = ["plan_pages", "training", "contacts", "handslag", *INSTALLED_APPS]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("handslag.navigation.context.navigation")
MIDDLEWARE += [
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "handslag.access.admin_pages.HiddenPagesMiddleware",
]
LOGIN_URL = "wagtailadmin_login"
ALLOWED_HOSTS = ["127.0.0.1"]
"""
URLS = """
from django.urls import include, path
from handslag.urls_registry import contributed_urlpatterns
from bare.urls import urlpatterns as own

urlpatterns = [*contributed_urlpatterns(), *own]
"""
# An editable install puts this checkout on the path; here it must not be found.
WITHOUT_CHECKOUT = """
import sys
sys.path[:] = [entry for entry in sys.path if entry not in {checkout!r}]
"""


class BareSite:
    def __init__(self, folder: Path) -> None:
        self.packages = folder / "packages"
        self.project = folder / NAME
        self._unpack(build_wheel(folder / "dist"))
        self.project.mkdir()
        self._run([sys.executable, "-m", "wagtail.bin.wagtail", "start", NAME, str(self.project)])
        with (self.project / NAME / "settings" / "with_handslag.py").open("w") as settings:
            settings.write(SETTINGS + f'ROOT_URLCONF = "{NAME}.urls_with_handslag"\n')
        (self.project / NAME / "urls_with_handslag.py").write_text(URLS)

    def _unpack(self, wheel: Path) -> None:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(self.packages)
        (self.packages / "sitecustomize.py").write_text(
            WITHOUT_CHECKOUT.format(checkout=[str(ROOT), str(ROOT / "site")])
        )

    @property
    def environment(self) -> dict[str, str]:
        variables = environment(PYTHONPATH=f"{self.packages}{os.pathsep}{self.project}")
        # The bytecode of packages in a folder of one run would stay behind for ever.
        once = {"DJANGO_SETTINGS_MODULE": f"{NAME}.settings.with_handslag", "PYTHONDONTWRITEBYTECODE": "1"}
        return {**variables, **once}

    def manage(self, *arguments: str) -> str:
        return self._run([sys.executable, "manage.py", *arguments])

    def migrate(self) -> None:
        """With a copy of what the same migrations gave before."""

        def build(place: Path) -> None:
            self.manage("migrate", "--no-input", "--verbosity=0")
            copy_database(self.project / "db.sqlite3", place)

        copy_database(build_once("bare.sqlite3", schema_key("bare"), build), self.project / "db.sqlite3")

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command, cwd=self.project, env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(
                f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
            )
        return done.stdout

    def serve(self) -> tuple[str, GuardedProgram]:
        address = f"127.0.0.1:{free_port()}"
        program = GuardedProgram(
            [sys.executable, str(self.project / "manage.py"), "runserver", "--noreload", address],
            log=self.project / "server.log",
            environment=self.environment,
        )
        deadline = time.monotonic() + 60
        while not answers(f"http://{address}/"):
            if program.has_ended() or time.monotonic() > deadline:
                raise RuntimeError(f"The site did not start:\n{program.log.read_text()}")
            time.sleep(0.1)
        return f"http://{address}", program


def build_wheel(folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if built.returncode:
        raise RuntimeError(f"The wheel could not be built:\n{built.stdout}{built.stderr}")
    return next(folder.glob("*.whl"))
