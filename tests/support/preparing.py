"""`python -m tests.support.preparing`: builds what the runs of `make test` begin with, two things at a time.

A run would build each of them while its processes wait for one another. What cannot be built here fails where it is
used, with the tests that say why.
"""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.support.admin_samples.site import collected_static as static_of_samples
from tests.support.availability import MissingProgramError
from tests.support.demo_site import collected_static, demo_template
from tests.support.plan_samples.site import planless_template
from tests.support.postgres import migrated_cluster
from tests.support.sqlite import migrated_template

AT_ONCE = 2
APPS_WITHOUT_TRAINING = "plan_pages,contacts"


def without_training() -> None:
    migrated_template(APPS_WITHOUT_TRAINING)


# The longest first and what others are copies of; two of one kind would wait for each other.
BUILDS: tuple[Callable[[], object], ...] = (
    migrated_cluster,
    migrated_template,
    demo_template,
    planless_template,
    without_training,
    collected_static,
    static_of_samples,
)


def main() -> int:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        failures = [failure for failure in pool.map(_failure_of, BUILDS) if failure]
    sys.stdout.write("".join(f"{failure}\n" for failure in failures))
    return 0


def _failure_of(build: Callable[[], object]) -> str:
    try:
        build()
    except (MissingProgramError, RuntimeError, OSError, subprocess.SubprocessError) as failure:
        return f"Not prepared: {failure}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
