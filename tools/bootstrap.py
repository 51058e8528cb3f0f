"""Makes what `make demo` and `make test` share: uv in .tools/, packages in .venv/, message catalogues.

Runs before anything is installed, so it is the standard library only, in syntax that Python 3.9 reads.
"""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV_VERSION = "0.13.9"
OLDEST_PYTHON = (3, 9)
TOOLS = ROOT / ".tools"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOG = ROOT / ".cache" / "setup.log"
STAMP = VENV / "handslag-setup"
# What decides the content of .venv.
DECIDING_FILES = ("requirements.lock", "pyproject.toml", ".python-version", "tools/bootstrap.py")


class SetupError(Exception):
    """One sentence for whoever ran make: what is wrong and what to do."""


def main():
    if sys.version_info < OLDEST_PYTHON:
        return f"make needs Python 3.9 or newer as python3; this one is {sys.version.split()[0]}."
    try:
        set_up()
    except SetupError as error:
        return f"Setting up stopped: {error}"
    except KeyboardInterrupt:
        return "Setting up was interrupted; run the same command again to go on."
    return 0


def set_up():
    expected = fingerprint()
    if not (STAMP.exists() and STAMP.read_text() == expected and PYTHON.exists()):
        LOG.parent.mkdir(parents=True, exist_ok=True)
        LOG.write_text("")
        STAMP.unlink(missing_ok=True)
        wanted = (ROOT / ".python-version").read_text().strip()
        uv = step("uv, the installer, in .tools", find_or_install_uv)
        step(f"Python {wanted} in .venv", lambda: make_environment(uv, wanted))
        step("packages of requirements.lock", lambda: install_packages(uv))
        step("this project", lambda: install_project(uv))
        STAMP.write_text(expected)
    if stale_catalogues():
        step("message catalogues", compile_catalogues)


def fingerprint():
    digest = hashlib.sha256(str(ROOT).encode())
    for name in DECIDING_FILES:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def step(title, action):
    """Say what is being done, and how long it took."""
    print(f"  {title:<34}", end="", flush=True)
    start = time.monotonic()
    try:
        result = action()
    except BaseException:
        print("stopped", flush=True)
        raise
    print(f"{time.monotonic() - start:5.1f} s", flush=True)
    return result


def find_or_install_uv():
    for place in uv_places():
        if answers_with_version(place):
            return place
    if not install_with_venv() and not install_with_pip():
        raise SetupError(
            "uv could not be installed, because this Python has neither venv nor pip (or no package index answered); "
            "install python3-venv (on Debian: apt-get install python3-venv) and run make again; "
            f"details are in {shown(LOG)}."
        )
    for place in uv_places():
        if answers_with_version(place):
            return place
    raise SetupError(
        f"uv {UV_VERSION} was installed but does not run on this machine; details are in {shown(LOG)}."
    )


def uv_places():
    """Where `venv` and where `pip install --target` put the program."""
    return [TOOLS / "bin" / "uv", TOOLS / "lib" / "uv" / "bin" / "uv"]


def answers_with_version(uv):
    try:
        answer = subprocess.run(
            [str(uv), "--version"], capture_output=True, text=True, env=environment(), check=False
        )
    except OSError:
        return False
    return answer.stdout.split()[1:2] == [UV_VERSION]


def install_with_venv():
    made = run([sys.executable, "-m", "venv", "--clear", str(TOOLS)])
    return made and run(
        [str(TOOLS / "bin" / "python"), "-m", "pip", "install", "--quiet", f"uv=={UV_VERSION}"]
    )


def install_with_pip():
    target = str(TOOLS / "lib" / "uv")
    return run([sys.executable, "-m", "pip", "install", "--quiet", "--target", target, f"uv=={UV_VERSION}"])


def make_environment(uv, wanted):
    if environment_has(wanted):
        return
    if not run([str(uv), "venv", "--clear", "--quiet", "--python", wanted, str(VENV)]):
        raise SetupError(
            f"Python {wanted} was not found and could not be fetched; install it (for example with "
            f"pyenv install {wanted}, or python{wanted} from your system) and run make again; "
            f"details are in {shown(LOG)}."
        )


def environment_has(wanted):
    """Whether .venv works and holds the Python that .python-version names."""
    question = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
    try:
        answer = subprocess.run([str(PYTHON), "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return f"{answer.stdout.strip()}.".startswith(f"{wanted}.")


def install_packages(uv):
    command = [
        str(uv),
        "pip",
        "sync",
        "--quiet",
        "--python",
        str(PYTHON),
        "--require-hashes",
        "requirements.lock",
    ]
    if not run(command):
        raise SetupError(
            f"the packages of requirements.lock could not be installed; check the network and see {shown(LOG)}."
        )


def install_project(uv):
    command = [
        str(uv),
        "pip",
        "install",
        "--quiet",
        "--python",
        str(PYTHON),
        "--no-deps",
        "--no-build-isolation",
        "-e",
        ".",
    ]
    if not run(command):
        raise SetupError(f"the project could not be installed into .venv; see {shown(LOG)}.")


def stale_catalogues():
    """Catalogues whose compiled form, which is not in git, is missing or older."""
    catalogues = (ROOT / "site").glob("*/locale/*/LC_MESSAGES/*.po")
    return [po for po in catalogues if modified(po.with_suffix(".mo")) < modified(po)]


def modified(path):
    return path.stat().st_mtime if path.exists() else 0


def compile_catalogues():
    if not run([str(PYTHON), "tools/messages.py", "compile"]):
        raise SetupError(f"a message catalogue could not be compiled; see {shown(LOG)}.")


def run(command):
    """Whether the command succeeded; what it said goes to the log."""
    with LOG.open("a") as log:
        print("$", *command, file=log, flush=True)
        try:
            return (
                subprocess.run(
                    command,
                    cwd=ROOT,
                    env=environment(),
                    stdout=log,
                    stderr=log,
                    stdin=subprocess.DEVNULL,
                    check=False,
                ).returncode
                == 0
            )
        except OSError as error:
            print(error, file=log)
            return False


def environment():
    """Without what would make uv or Python look elsewhere: UV_PYTHON would install into that interpreter."""
    unwanted = ("UV_PYTHON", "VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "UV_PROJECT_ENVIRONMENT")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    # Behind a proxy that looks into traffic, as towns have, only the machine's own list of certificates is right.
    return {"UV_SYSTEM_CERTS": "true", **kept}


def shown(path):
    return path.relative_to(ROOT)


if __name__ == "__main__":
    sys.exit(main())
