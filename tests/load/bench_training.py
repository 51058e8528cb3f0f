"""`make bench`: registering for a training, eight people at a time, on PostgreSQL.

Each person opens the page and sends the form; the occasion has fewer places than people, so that both a place and a
place in the queue are measured. Target: 95 of 100 registrations within 150 ms. Beside it stands the barest answer of
the same server, asked by the same eight: the ratio says more than the milliseconds, which depend on the machine.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from tests.support.postgres import TEMPLATE, database_url, start_server
from tests.support.registering_site import RegisteringSite, at_once

WARM_UP, ALONE, PEOPLE, PLACES, AT_ONCE = 16, 24, 200, 100, 8


def main() -> int:
    print("\nRegistering, eight at a time (PostgreSQL)")
    server = start_server()
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), database_url(server.address, TEMPLATE))
    finally:
        server.stop()
    return 0


def measure(folder: Path, database: str) -> None:
    site = RegisteringSite(folder, database, people=PEOPLE, places=PLACES)
    try:
        calls = [lambda key=key: site.register(key) for key in site.sessions]
        # Both processes have then read their templates.
        at_once(AT_ONCE, calls[:WARM_UP])
        alone = at_once(1, calls[WARM_UP : WARM_UP + ALONE])
        bare = at_once(AT_ONCE, [site.health] * PEOPLE)
        times = at_once(AT_ONCE, calls[WARM_UP + ALONE :])
    finally:
        site.stop()
    report("bare (health)", bare, bare)
    report("register, alone", alone, bare)
    report("register, eight at once", times, bare)
    places, queue = site.counted()
    print(f"{places} places and {queue} in the queue, of {PEOPLE} people")


def report(name: str, times: list[float], bare: list[float]) -> None:
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    ratio = median / statistics.median(bare)
    print(f"{name:<24}{median:>7.1f} ms median{p95:>8.1f} ms p95{ratio:>7.1f} × bare")


if __name__ == "__main__":
    sys.exit(main())
