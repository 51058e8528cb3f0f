"""`make bench`: the contacts' lists over ten rows of everything, over as many as fill a page, and over ten thousand.

A list must take about as long for the many as for a full page (p95), and ask the database as often.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.support.demo_site import DATABASE, collected_static, demo_settings, demo_template
from tests.support.site_process import manage
from tests.support.sqlite import copy_database

EXTRA_APPS = "tests.support.contact_samples"


def main(*options: str) -> int:
    print("\nContacts")
    folder = Path(tempfile.mkdtemp(prefix="handslag-contacts-"))
    try:
        copy_database(demo_template() / DATABASE, folder / DATABASE)
        (folder / "static").symlink_to(collected_static(), target_is_directory=True)
        settings = demo_settings(folder, "http://127.0.0.1") | {"EXTRA_APPS": EXTRA_APPS}
        print(manage("measure_contacts", *options, settings=settings, timeout=1800).stdout, end="")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
