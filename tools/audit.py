"""`make audit`: known advisories for the locked packages; not in CI, for they appear without any change of ours.

A source that does not answer is not a clean bill: only packages that a source really knew count as checked.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("pypi", "osv")


def main() -> int:
    for source in SOURCES:
        verdict = judge(ask(source))
        if verdict is not None:
            return verdict
    print("make audit: NOTHING WAS CHECKED, because no source of advisories could be reached from here.")
    return 0


def ask(source: str) -> str:
    """pip-audit's answer as JSON; empty where it gave none."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--disable-pip",
        "--require-hashes",
        "--requirement",
        "requirements.lock",
    ]
    command += ["--progress-spinner", "off", "--format", "json", "--vulnerability-service", source]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def judge(answer: str) -> int | None:
    """Exit status after printing what was found; None where the source told nothing."""
    packages = json.loads(answer)["dependencies"] if answer.strip() else []
    checked = [package for package in packages if "skip_reason" not in package]
    if not checked:
        return None
    advisories = [(package, advisory) for package in checked for advisory in package["vulns"]]
    for package, advisory in advisories:
        fixed = ", ".join(advisory["fix_versions"]) or "no version yet"
        print(f"{package['name']} {package['version']}: {advisory['id']}, fixed in {fixed}")
    print(f"make audit: {len(checked)} of {len(packages)} packages checked, {len(advisories)} advisories.")
    return 1 if advisories else 0


if __name__ == "__main__":
    sys.exit(main())
