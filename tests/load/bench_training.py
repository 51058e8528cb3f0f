"""`make bench`: registering for a training, eight people at a time, on PostgreSQL.

The occasion has fewer places than people, so that both a place and a place in the queue are measured. Target: 95 of 100
registrations within 150 ms, eight sending at a time; before that each has opened the page. The last line is harder:
eight who open the page and send it without a moment's pause, and the sending measured among all that opening. The
barest answer of the same server stands beside: the ratio says more than the milliseconds, which depend on the machine.
"""

import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.support.postgres import TEMPLATE, database_url, start_server
from tests.support.registering_site import RegisteringSite, at_once

WARM_UP, ALONE, PEOPLE, PLACES, AT_ONCE = 16, 24, 160, 100, 8


def main() -> int:
    print("\nRegistering, eight at a time (PostgreSQL; target for p95, sent eight at once: 150 ms)")
    server = start_server()
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), database_url(server.address, TEMPLATE))
    finally:
        server.stop()
    return 0


def measure(folder: Path, database: str) -> None:
    site = RegisteringSite(folder, database, people=WARM_UP + ALONE + 2 * PEOPLE, places=PLACES)

    def whole(session: str) -> Callable[[], float]:
        return lambda: site.send(site.open_form(session))

    try:
        sessions = iter(site.sessions)
        # Both processes have then read their templates.
        at_once(AT_ONCE, [whole(next(sessions)) for _ in range(WARM_UP)])
        alone = at_once(1, [whole(next(sessions)) for _ in range(ALONE)])
        bare = at_once(AT_ONCE, [site.health] * PEOPLE)
        early = [next(sessions) for _ in range(PEOPLE)]
        opened = at_once(AT_ONCE, [lambda key=key: site.open_form(key) for key in early])
        sent = at_once(AT_ONCE, [lambda form=form: site.send(form) for form in opened])
        restless = at_once(AT_ONCE, [whole(key) for key in sessions])
    finally:
        site.stop()
    report("bare (health)", bare, bare)
    report("sent, alone", alone, bare)
    report("sent, eight at once", sent, bare)
    report("the same without a pause", restless, bare)
    places, queue = site.counted()
    print(f"{places} places and {queue} in the queue")


def report(name: str, times: list[float], bare: list[float]) -> None:
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    ratio = median / statistics.median(bare)
    print(f"{name:<26}{median:>7.1f} ms median{p95:>8.1f} ms p95{ratio:>7.1f} × bare")


if __name__ == "__main__":
    sys.exit(main())
