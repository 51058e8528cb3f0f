"""Debian's Chromium under Playwright: found on the path, quiet on the network."""

import shutil

from tests.support.availability import MissingProgramError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)


def find_chromium() -> str:
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise MissingProgramError("Chromium was not found; install it with: apt-get install chromium")
