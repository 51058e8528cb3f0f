"""Running the site's commands in a process of their own, with settings of our choosing."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.locations import ROOT
from tools.site_environment import place_of_bytecode

# Nothing of the person's own settings may leak into a test.
OWN_SETTINGS = (
    "ALLOWED_HOSTS",
    "BASE_URL",
    "CACHE_URL",
    "DATABASE_URL",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "DEMO",
    "DEMO_PASSWORD",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_URL",
    "EXTRA_APPS",
    "HANDSLAG_APPS",
    "HELPLINE_DAYS",
    "PROPOSER_KEPT_MONTHS",
    "PYTHONPATH",
    "REMIND_AGAIN_DAYS",
    "REMIND_DAYS_BEFORE",
    "SECRET_KEY",
    "TASK_WORKER",
    "TRAINING_KEEP_YEARS",
    "TRAINING_NEEDS_DAYS",
    "TRAINING_OFFER_HOURS",
    "TRUSTED_PROXY",
    "VAR_DIR",
)
SECRET_KEY = "a-secret-of-the-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
DEMO_PASSWORD = "handslag-demo"


def environment(**settings: str) -> dict[str, str]:
    """The person's environment without their settings, plus the given ones."""
    inherited = {name: value for name, value in os.environ.items() if name not in OWN_SETTINGS}
    return {
        **inherited,
        **place_of_bytecode(),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        **settings,
    }


def site_settings(var_dir: Path, database_url: str, **settings: str) -> dict[str, str]:
    """Settings of a production site (DEBUG off) whose data lie in a folder of the test run."""
    return {
        "SECRET_KEY": SECRET_KEY,
        "DATABASE_URL": database_url,
        "VAR_DIR": str(var_dir),
        "BASE_URL": "http://testserver",
        "ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "DEBUG": "false",
        "DEMO": "false",
        "DEMO_PASSWORD": DEMO_PASSWORD,
        **settings,
    }


def manage(
    *arguments: str, settings: dict[str, str], check: bool = True, timeout: float = 900
) -> subprocess.CompletedProcess[str]:
    """Run `manage.py` with exactly these settings; a failure shows what the command printed."""
    finished = subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), *arguments],
        cwd=ROOT,
        env=environment(**settings),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    if check and finished.returncode:
        raise RuntimeError(
            f"manage.py {' '.join(arguments)} ended with {finished.returncode}:\n{finished.stdout}{finished.stderr}"
        )
    return finished
