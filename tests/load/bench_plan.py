"""`make bench`: the plan's page beside the barest page of the same site, and what the plan's heavier work costs.

The page that readers open most must not be slower than a page that Wagtail serves by itself (ratio ≥ 1). Both are
asked in turns by the same signed-in reader, so that a busy machine slows both.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.load.bench_pages import Opener, fetch, make_opener, sign_in
from tests.plan_pages.importing.test_bounds import cost_of, forty_pages
from tests.support.admin_samples.site import SamplesSite
from tests.support.plan_samples.site import PlanlessSite

TURNS, REQUESTS = 10, 30
PLAN, BARE = "/handlingsplan/", "/prov-ett/"
OTHERS = ("/handlingsplan/utgavor/", "/handlingsplan/jamfor/1/2/", "/handlingsplan/utgavor/2/?sedan=1")


def main() -> int:
    print("\nThe plan")
    site = SamplesSite()
    try:
        reader = make_opener()
        sign_in(reader, site, "medarbetare")
        compare_with_bare(reader, site.url)
    finally:
        site.stop()
    site = PlanlessSite()
    try:
        print(site.manage("measure_plan"), end="")
    finally:
        site.stop()
    with tempfile.TemporaryDirectory() as folder:
        cost = cost_of(forty_pages(), Path(folder), "plan.docx")
    print(f"{'import, 40 pages of .docx':<34}{cost['seconds']:>9.2f} s CPU {cost['megabytes']:>9.0f} MB")
    return 0


def compare_with_bare(reader: Opener, site: str) -> None:
    paths = (BARE, PLAN, *OTHERS)
    rates: dict[str, list[float]] = {path: [] for path in paths}
    for path in paths:
        rate(reader, site + path)
    for _turn in range(TURNS):
        for path in paths:
            rates[path].append(rate(reader, site + path))
    bare = statistics.median(rates[BARE])
    for path in paths:
        found = statistics.median(rates[path])
        print(f"{path:<34}{found:>9.1f} requests/s{found / bare:>9.2f} × bare page")


def rate(reader: Opener, address: str) -> float:
    """Requests per second, one at a time."""
    began = time.perf_counter()
    for _ in range(REQUESTS):
        fetch(reader, address)
    return REQUESTS / (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
