"""A running site with one occasion and many signed-in people, who register for it over HTTP."""

import re
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.demo_site import answers, collected_static
from tests.support.guarded import GuardedProgram, free_port
from tests.support.locations import ROOT
from tests.support.site_process import environment, manage, site_settings

WORKERS = 2
START_TIMEOUT = 60
# Prints the address of the page, then the session of each person.
PREPARE = """
from importlib import import_module
from django.conf import settings
from django.contrib.auth import get_user_model, BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from tests.support import training
store = import_module(settings.SESSION_ENGINE).SessionStore
occasion = training.occasion(capacity={places})
print(f"/utbildning/tillfalle/{{occasion.pk}}/anmal/")
for number in range({people}):
    person = get_user_model().objects.create(email=f"anmald{{number}}@kommun.test")
    session = store()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    print(session.session_key)
"""
COUNT = """
from training.models import Registration
print(*(Registration.objects.filter(state=state).count() for state in ("confirmed", "waiting")))
"""


@dataclass(frozen=True)
class Form:
    """What a person's browser sends."""

    body: bytes
    cookies: str


class RegisteringSite:
    """Two web processes, as the documentation starts them; the mails are left to a worker. `database` is migrated."""

    def __init__(self, folder: Path, database: str, *, people: int, places: int) -> None:
        self.folder, port = folder, free_port()
        self.url = f"http://127.0.0.1:{port}"
        (folder / "static").symlink_to(collected_static(), target_is_directory=True)
        self._settings = site_settings(
            folder, database, BASE_URL=self.url, ALLOWED_HOSTS="127.0.0.1", TASK_WORKER="true"
        )
        self.page, *self.sessions = self._shell(PREPARE.format(places=places, people=people))
        command = [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--chdir", str(ROOT)]
        command += ["--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
        self._program = GuardedProgram(
            [*command, "--no-control-socket"],
            log=folder / "server.log",
            environment=environment(**self._settings),
        )
        deadline = time.monotonic() + START_TIMEOUT
        while not answers(self.url):
            if self._program.has_ended() or time.monotonic() > deadline:
                raise RuntimeError((folder / "server.log").read_text())
            time.sleep(0.1)

    def stop(self) -> None:
        self._program.stop()

    def counted(self) -> tuple[int, int]:
        """Places given, people in the queue."""
        confirmed, waiting = self._shell(COUNT)
        return int(confirmed), int(waiting)

    def open_form(self, session: str) -> Form:
        """The page as a browser asks for it."""
        asked = urllib.request.Request(
            self.url + self.page, headers={"Cookie": f"handslag_session={session}"}
        )
        with urllib.request.urlopen(asked, timeout=60) as answer:
            body = answer.read().decode()
            cookie = re.search(r"handslag_csrf=([^;]+)", ",".join(answer.headers.get_all("Set-Cookie") or []))
        secret = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)
        token = re.search(r'name="token" value="([^"]+)"', body)
        if secret is None or token is None or cookie is None:
            raise RuntimeError("the page has no form")
        fields = {"csrfmiddlewaretoken": secret[1], "token": token[1], "unit": "", "needs": ""}
        return Form(
            urllib.parse.urlencode(fields).encode(), f"handslag_session={session}; handslag_csrf={cookie[1]}"
        )

    def send(self, form: Form) -> float:
        """Milliseconds until the answer, without the page that follows."""
        request = urllib.request.Request(
            self.url + self.page, form.body, {"Cookie": form.cookies, "Origin": self.url}
        )
        began = time.perf_counter()
        try:
            STAY_HERE.open(request, timeout=60).close()
        except urllib.error.HTTPError as answer:
            if answer.code != 302:
                raise
            return (time.perf_counter() - began) * 1000
        raise RuntimeError("the registration was not taken")

    def health(self) -> float:
        began = time.perf_counter()
        urllib.request.urlopen(f"{self.url}/halsa/", timeout=60).close()
        return (time.perf_counter() - began) * 1000

    def _shell(self, program: str) -> list[str]:
        return manage("shell", "--no-imports", "--command", program, settings=self._settings).stdout.split()


class StayHere(urllib.request.HTTPRedirectHandler):
    """The answer to the form is measured, not the page that it leads to."""

    def redirect_request(self, *args: object) -> None:  # type: ignore[override]  # nothing is asked for
        return None


# Made once: a new one reads the machine's certificates, which takes longer than the answer.
STAY_HERE = urllib.request.build_opener(StayHere)


def at_once[T](threads: int, calls: Sequence[Callable[[], T]]) -> list[T]:
    """So many threads take the calls one after another; what each call answered. Raises what one of them raised."""
    waiting, lock = list(calls), threading.Lock()
    found: list[T] = []
    failed: list[Exception] = []

    def work() -> None:
        while True:
            with lock:
                if not waiting or failed:
                    return
                call = waiting.pop()
            try:
                answer = call()
            except Exception as error:
                failed.append(error)
                return
            with lock:
                found.append(answer)

    running = [threading.Thread(target=work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if failed:
        raise failed[0]
    return found
