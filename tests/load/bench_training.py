"""`make bench`: registering for a training, eight people at a time, on PostgreSQL.

Two web processes as on a server, with the mails left to a worker. Each person opens the page and sends the form; the
occasion has fewer places than people, so that both a place and a place in the queue are measured. Target: 95 of 100
registrations within 150 ms. Beside it stands the barest answer of the same server, asked by the same eight.
"""

import re
import statistics
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.load.bench_pages import make_opener
from tests.support.demo_site import answers, collected_static
from tests.support.guarded import GuardedProgram, free_port
from tests.support.locations import ROOT
from tests.support.postgres import TEMPLATE, database_url, start_server
from tests.support.site_process import DEMO_PASSWORD, environment, manage, site_settings

PEOPLE, PLACES, AT_ONCE, WORKERS = 160, 80, 8, 2
START_TIMEOUT = 60
# Prints the address of the page, then the session of each person.
PREPARE = f"""
from django.contrib.auth import get_user_model, BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.conf import settings
from importlib import import_module
from tests.support import training
store = import_module(settings.SESSION_ENGINE).SessionStore
occasion = training.occasion(capacity={PLACES})
print(f"/utbildning/tillfalle/{{occasion.pk}}/anmal/")
for number in range({PEOPLE}):
    person = get_user_model().objects.create(email=f"anmald{{number}}@kommun.test")
    session = store()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    print(session.session_key)
"""


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
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    (folder / "static").symlink_to(collected_static(), target_is_directory=True)
    settings = site_settings(
        folder,
        database,
        BASE_URL=url,
        ALLOWED_HOSTS="127.0.0.1",
        TASK_WORKER="true",
        DEMO_PASSWORD=DEMO_PASSWORD,
    )
    page, *sessions = manage("shell", "--verbosity=0", "--command", PREPARE, settings=settings).stdout.split()
    command = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--chdir", str(ROOT)]
    command += [
        "--bind",
        f"127.0.0.1:{port}",
        "--workers",
        str(WORKERS),
        "--threads",
        "4",
        "--no-control-socket",
    ]
    program = GuardedProgram(command, log=folder / "server.log", environment=environment(**settings))
    try:
        deadline = time.monotonic() + START_TIMEOUT
        while not answers(url):
            if program.has_ended() or time.monotonic() > deadline:
                raise RuntimeError((folder / "server.log").read_text())
            time.sleep(0.1)
        bare = in_eight([lambda: ask(f"{url}/halsa/") for _ in range(PEOPLE)], timed=True)
        times = in_eight([lambda key=key: register(url, page, key) for key in sessions])
        report("bare (health)", bare, bare)
        report("send the registration", times, bare)
    finally:
        program.stop()
    states = manage("shell", "--verbosity=0", "--command", COUNT, settings=settings).stdout.split()
    print(f"{'places, queue':<24}{' and '.join(states):>20} of {PEOPLE}")


COUNT = """
from training.models import Registration
print(*(Registration.objects.filter(state=state).count() for state in ("confirmed", "waiting")))
"""


def register(url: str, page: str, session: str) -> float:
    """Milliseconds of the sending alone, without the page that follows."""
    opener = make_opener()
    opener.addheaders = [("Cookie", f"sessionid={session}")]
    with opener.open(url + page, timeout=60) as answer:
        body = answer.read().decode()
        cookie = re.search(r"csrftoken=([^;]+)", ",".join(answer.headers.get_all("Set-Cookie") or []))
    secret = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)
    token = re.search(r'name="token" value="([^"]+)"', body)
    if secret is None or token is None or cookie is None:
        raise RuntimeError("the page has no form")
    form = {"csrfmiddlewaretoken": secret[1], "token": token[1], "unit": "", "needs": ""}
    request = urllib.request.Request(
        url + page,
        urllib.parse.urlencode(form).encode(),
        {"Cookie": f"sessionid={session}; csrftoken={cookie[1]}", "Origin": url},
    )
    plain = urllib.request.build_opener(StayHere)
    began = time.perf_counter()
    try:
        plain.open(request, timeout=60).close()
    except urllib.error.HTTPError as answer:
        if answer.code != 302:
            raise
        return (time.perf_counter() - began) * 1000
    raise RuntimeError("the registration was not taken")


class StayHere(urllib.request.HTTPRedirectHandler):
    """The answer to the form is measured, not the page that it leads to."""

    def redirect_request(self, *args: object) -> None:  # type: ignore[override]  # nothing is asked for
        return None


def ask(address: str) -> float:
    """What it took is measured by who asks."""
    urllib.request.urlopen(address, timeout=60).close()
    return 0


def in_eight(calls: list[Callable[[], float]], *, timed: bool = False) -> list[float]:
    """Eight threads take the calls one after another; what each call says it took, or what it took."""
    waiting, times, lock = list(calls), [], threading.Lock()

    def work() -> None:
        while True:
            with lock:
                if not waiting:
                    return
                call = waiting.pop()
            began = time.perf_counter()
            took = call()
            with lock:
                times.append((time.perf_counter() - began) * 1000 if timed else took)

    threads = [threading.Thread(target=work) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def report(name: str, times: list[float], bare: list[float]) -> None:
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    ratio = median / statistics.median(bare)
    print(f"{name:<24}{median:>7.1f} ms median{p95:>8.1f} ms p95{ratio:>7.1f} × bare, {len(times)} answers")


if __name__ == "__main__":
    sys.exit(main())
