"""The environment of the developer commands; what the person has set for a site of theirs stays outside."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SITE_VARIABLES = (
    "ALLOWED_HOSTS",
    "BASE_URL",
    "CACHE_URL",
    "DATABASE_URL",
    "DEBUG",
    "DEFAULT_FROM_EMAIL",
    "DEMO",
    "DJANGO_SETTINGS_MODULE",
    "EMAIL_URL",
    "EXTRA_APPS",
    "HANDSLAG_APPS",
    "PYTHONPATH",
    "SECRET_KEY",
    "TASK_WORKER",
    "TRUSTED_PROXY",
    "UV_PYTHON",
    "VAR_DIR",
)


def environment(**settings: str) -> dict[str, str]:
    """The person's environment with exactly these settings of the site."""
    inherited = {name: value for name, value in os.environ.items() if name not in SITE_VARIABLES}
    return {
        **inherited,
        **place_of_bytecode(),
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
        **settings,
    }


def place_of_bytecode() -> dict[str, str]:
    """A folder of ours where the machine has Python keep nothing: compiling all anew costs each process seconds."""
    if not os.environ.get("PYTHONDONTWRITEBYTECODE"):
        return {}
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "bytecode")}


def production(var_dir: Path) -> dict[str, str]:
    """Settings as on a server: https, DEBUG off, a secret of its own."""
    return environment(
        SECRET_KEY="only-for-checks-" + "".join(chr(33 + (7 * number) % 90) for number in range(60)),
        BASE_URL="https://handslag.kommun.test",
        ALLOWED_HOSTS="handslag.kommun.test",
        DATABASE_URL=f"sqlite:///{var_dir}/check.sqlite3",
        CACHE_URL="redis://127.0.0.1:6379/0",
        EMAIL_URL="smtp://127.0.0.1:25",
        VAR_DIR=str(var_dir),
    )
