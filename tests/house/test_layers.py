"""The layers of the design, held by import-linter (pyproject.toml, [tool.importlinter])."""

import subprocess
import sys
from pathlib import Path

from tests.support.locations import ROOT
from tests.support.site_process import environment


def test_layers__nothing_imports_upwards() -> None:
    lint = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert lint.returncode == 0, lint.stdout + lint.stderr
