"""`make test`: tests on SQLite, on PostgreSQL, on a site without training, and in Chromium.

Several runs, because a run has one database and one choice of apps, and because Playwright leaves an event loop behind
under which Django refuses database work. All are run even if one fails.
"""

import argparse
import sys

from site_environment import environment
from steps import Step, python, run_openly

WORKERS = ("-n", "2", "--dist", "worksteal")
# Each run says where its time went.
SLOWEST = ("--durations=12", "--durations-min=5")
# What every app stands on must not need the one that is missing. `plan_pages` and `contacts` cannot: the layers forbid
# them to import it, and `tests/house` migrates and runs a site without it.
WITHOUT_TRAINING = (
    "-m",
    "not browser and not slow",
    "--apps=plan_pages,contacts",
    *(f"--ignore=tests/{name}" for name in ("house", "plan_pages", "contacts")),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--all", action="store_true", help="the full product of languages, themes and sizes too"
    )
    parser.add_argument("--unit", action="store_true", help="only what is quick: one database, no browser")
    parser.add_argument("paths", nargs="*", default=["tests"])
    options = parser.parse_args()
    variables = environment(HANDSLAG_TEST_ALL="1") if options.all else environment()
    pytest = python("-m", "pytest", *WORKERS, *SLOWEST, *options.paths)
    if options.unit:
        return run_openly(
            [Step("unit tests on SQLite", [*pytest, "-m", "not browser and not slow"], variables)]
        )
    # A part of the tests needs only some of it, and builds that itself.
    prepared = Step("what the tests begin with", python("-m", "tests.support.preparing"), variables)
    return run_openly(
        [
            *([prepared] if options.paths == ["tests"] else []),
            Step("tests on SQLite", [*pytest, "-m", "not browser"], variables),
            Step(
                "tests on PostgreSQL", [*pytest, "-m", "both_databases", "--database=postgresql"], variables
            ),
            Step("tests of a site without training", [*pytest, *WITHOUT_TRAINING], variables),
            Step("tests in Chromium", [*pytest, "-m", "browser"], variables),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
