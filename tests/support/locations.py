"""Where things lie in a checkout."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache" / "tests"
SOURCE_FOLDERS = ("site", "plan_pages", "training", "contacts")
