"""`make check`: everything that can be said about the sources without running them as a site."""

import shutil
import sys
import tempfile
from pathlib import Path

from site_environment import environment, production
from steps import Step, python, run_quietly

AT_ONCE = 2


def main() -> int | str:
    if not shutil.which("xgettext"):
        return "make check needs gettext; install it (on Debian: apt-get install gettext) and run again."
    with tempfile.TemporaryDirectory() as folder:
        site = production(Path(folder))
        plain = environment()
        return run_quietly(
            [
                Step("types (mypy)", python("-m", "mypy"), site),
                Step("lint (ruff check)", python("-m", "ruff", "check", "."), plain),
                Step("format (ruff format)", python("-m", "ruff", "format", "--check", "."), plain),
                Step(
                    "layers (import-linter)",
                    [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
                    plain,
                ),
                Step(
                    "migrations are there",
                    python("manage.py", "makemigrations", "--check", "--dry-run"),
                    site,
                ),
                Step("settings of a server (check --deploy)", deploy_check(), site),
                Step("templates (djlint)", python("-m", "djlint", "--lint", "--quiet", "templates"), plain),
                Step("messages are translated", python("tools/messages.py", "check"), plain),
            ],
            at_once=AT_ONCE,
        )


def deploy_check() -> list[str]:
    return python("manage.py", "check", "--deploy", "--fail-level", "WARNING")


if __name__ == "__main__":
    sys.exit(main())
