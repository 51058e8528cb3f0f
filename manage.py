#!/usr/bin/env python
"""Django's command line; `site/` is a folder on the path because the standard library owns that import name."""

import os
import sys
from pathlib import Path


def main() -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

    from django.core.management import execute_from_command_line  # noqa: PLC0415 - needs the path set above
    from django.db import OperationalError  # noqa: PLC0415 - as above

    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        from config.startup import database_sentence  # noqa: PLC0415 - as above

        sys.exit(database_sentence(error))


if __name__ == "__main__":
    main()
