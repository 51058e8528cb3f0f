"""Programs of the tests that run in a process of their own, in the database of the test that starts them."""

import json
import os
import subprocess
import sys
from typing import Any

from tests.support.locations import ROOT

TIMEOUT = 120


def told_by(module: str) -> dict[str, Any]:
    """What `main()` of the module printed as JSON on its last line. Fails with everything it said."""
    program = f"import django, runpy; django.setup(); runpy.run_module({module!r})['main']()"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings"},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
