"""`make bench`: how long the pages take that people meet most often.

They are set beside the barest answer of the same server: the ratio says more than the milliseconds, which depend
on the machine. Runs against the demo site on SQLite, one request at a time, a fixed number of times.
"""

import re
import statistics
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar

from tests.support.demo_site import DemoSite

ROUNDS = 40
WARM_UP = 5
BARE = "/halsa/"
PAGES = {
    "start page": "/",
    "search, many hits": "/sok/?q=handlingsplan",
    "search, no hit": "/sok/?q=finnsinte",
    "style guide": "/stil/",
    "admin, dashboard": "/admin/",
    "admin, pages": "/admin/pages/",
}

type Opener = urllib.request.OpenerDirector


def main() -> int:
    site = DemoSite()
    try:
        stranger, editor = make_opener(), make_opener()
        sign_in(editor, site, "redaktor")
        bare = measure(lambda: fetch(stranger, site.url + BARE))
        print(f"{'':<24}{'median':>10}{'p95':>10}{'× bare':>10}")
        report("bare (health)", bare, bare)
        for name, path in PAGES.items():
            report(name, measure(lambda path=path: fetch(editor, site.url + path)), bare)
    finally:
        site.stop()
    return 0


def make_opener() -> Opener:
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))


def sign_in(opener: Opener, site: DemoSite, role: str) -> None:
    address = f"{site.url}/konto/login/"
    token = re.search(rb'name="csrfmiddlewaretoken" value="([^"]+)"', fetch(opener, address))
    assert token, "the sign-in page has no form"
    form = {
        "login": f"{role}@handslag.test",
        "password": site.password,
        "csrfmiddlewaretoken": token.group(1).decode(),
    }
    with opener.open(address, urllib.parse.urlencode(form).encode(), timeout=30) as response:
        assert "/login/" not in response.url, "the demo account could not sign in"


def fetch(opener: Opener, address: str) -> bytes:
    with opener.open(address, timeout=30) as response:
        body: bytes = response.read()
    return body


def measure(request: Callable[[], object]) -> list[float]:
    """Milliseconds per request, after a few that warm up."""
    for _ in range(WARM_UP):
        request()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        request()
        times.append((time.perf_counter() - start) * 1000)
    return times


def report(name: str, times: list[float], bare: list[float]) -> None:
    median = statistics.median(times)
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:<24}{median:>7.1f} ms{p95:>7.1f} ms{median / statistics.median(bare):>10.1f}")


if __name__ == "__main__":
    sys.exit(main())
