"""Links of materials: asked with care, remembered by address, told to those who keep the courses."""

import datetime
import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from handslag import clock
from tests.support.contacts import function
from tests.support.factories import UserFactory, restrict
from tests.support.training import course
from training.catalogue import link_asking
from training.catalogue.link_asking import Answer, ask, is_open
from training.catalogue.link_check import LinkCheck, Problem
from training.catalogue.link_checking import check_links, to_tell
from training.catalogue.link_todos import broken_links_for
from training.catalogue.material import CourseMaterial

GOOD, BAD = Answer(Problem.NONE, 200), Answer(Problem.STATUS, 404)
START = datetime.datetime(2026, 3, 2, 3, tzinfo=datetime.UTC)
URL = "https://film.example/"


class Pages(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        asked: list[str] = self.server.asked  # type: ignore[attr-defined]  # put on below
        asked.append(f"{self.command} {self.path}")
        status = {"/404": 404, "/503": 503, "/onward": 302, "/round": 302, "/inside": 302}.get(self.path, 200)
        if self.path == "/nohead" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        port = self.server.server_address[1]
        onward = {"/onward": "/ok", "/round": "/round", "/inside": f"http://10.0.0.1:{port}/"}.get(self.path)
        if onward:
            self.send_header("Location", onward)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"x" * 200_000)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def pages(settings: Any) -> Iterator[http.server.ThreadingHTTPServer]:
    settings.TRAINING_LINKS_TO_LOOPBACK = True
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.asked = []  # type: ignore[attr-defined]  # what was asked, in order
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "problem", "status", "asked"),
    [
        ("/ok?a=1", Problem.NONE, 200, ["HEAD /ok?a=1"]),
        ("/nohead", Problem.NONE, 200, ["HEAD /nohead", "GET /nohead"]),
        ("/404", Problem.STATUS, 404, ["HEAD /404", "GET /404"]),
        ("/503", Problem.STATUS, 503, ["HEAD /503"]),
        ("/onward", Problem.NONE, 200, ["HEAD /onward", "HEAD /ok"]),
        ("/round", Problem.ASTRAY, None, ["HEAD /round"] * 6),
        ("/inside", Problem.FORBIDDEN, None, ["HEAD /inside"]),
    ],
)
def test_ask__a_server(
    pages: http.server.ThreadingHTTPServer, path: str, problem: Problem, status: int | None, asked: list[str]
) -> None:
    assert ask(f"http://127.0.0.1:{pages.server_address[1]}{path}") == Answer(problem, status)
    assert pages.asked == asked  # type: ignore[attr-defined]  # put on above


def test_ask__never_our_own_network(pages: http.server.ThreadingHTTPServer, settings: Any) -> None:
    settings.TRAINING_LINKS_TO_LOOPBACK = False
    port = pages.server_address[1]
    for address in (
        f"http://127.0.0.1:{port}/", f"http://localhost:{port}/", f"http://[::1]:{port}/", "http://127.0.0.1/",
        f"http://2130706433:{port}/", "http://localhost/", "http://0.0.0.0/", "http://169.254.169.254/latest/",
        "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/", "file:///etc/passwd", "ftp://example.org/",
        "http://user:pass@example.org/", "https://kursplats.test/", "http://skrivare.local/", "http:///ok",
    ):  # fmt: skip
        assert ask(address).problem == Problem.FORBIDDEN, address
    assert pages.asked == []  # type: ignore[attr-defined]  # put on above


def test_ask__a_name_that_leads_inside_too_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    places = ["93.184.215.14", "10.0.0.1"]
    monkeypatch.setattr(
        link_asking.socket,
        "getaddrinfo",
        lambda *args, **kwargs: [(0, 0, 0, "", (place, 80)) for place in places],
    )
    monkeypatch.setattr(link_asking.socket, "create_connection", lambda *args, **kwargs: pytest.fail("asked"))
    assert ask("http://kommunen.example.org/") == Answer(Problem.FORBIDDEN)


@pytest.mark.parametrize(
    ("place", "open_"),
    [
        ("93.184.215.14", True), ("2606:2800:220:1:248:1893:25c8:1946", True), ("127.0.0.1", False),
        ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.1", False), ("224.0.0.1", False), ("255.255.255.255", False), ("::1", False),
        ("::", False), ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False), ("64:ff9b::7f00:1", False), ("ff02::1", False), ("fec0::1", False),
        ("::8.8.8.8", False),
    ],
)  # fmt: skip
def test_open__says_which_addresses_may_be_asked(place: str, open_: bool) -> None:
    assert is_open(place) is open_


@pytest.mark.django_db
def test_check__twice_broken_is_told_and_working_again_is_forgotten(settings: Any) -> None:
    page = course()
    page.materials = [CourseMaterial(title="Film", url=URL, owner=function("Utbildningsansvarig"))]
    page.save_revision().publish()
    keeper, editor, staff = (UserFactory(roles=[role]) for role in ("coordinator", "editor", "staff"))

    def night(days: int, answer: Answer) -> tuple[int, int]:
        with clock.set_to(START + datetime.timedelta(days=days)):
            return check_links(lambda url: answer), len(list(broken_links_for(keeper)))

    assert night(0, GOOD) == (1, 0)
    assert night(29, BAD) == (0, 0)
    assert night(30, BAD) == (1, 0)
    broken_since = LinkCheck.objects.get().broken_since
    assert night(31, BAD) == (1, 1)
    assert night(31, BAD) == (0, 1)
    assert LinkCheck.objects.get().broken_since == broken_since
    with clock.set_to(START + datetime.timedelta(days=31)):
        todo = next(broken_links_for(editor))
        assert "Film" in str(todo.title)
        assert "Utbildningsansvarig" in str(todo.detail)
        assert not list(broken_links_for(staff))
        restrict(page, "dialogue")
        assert not list(broken_links_for(editor))
    page.refresh_from_db()
    page.save_revision().publish()
    assert LinkCheck.objects.get().failures == 2
    # Nobody asked: it is no work for anybody, however long it lasts.
    for day in (32, 33, 40):
        night(day, Answer(Problem.FORBIDDEN))
        assert LinkCheck.objects.get().failures > 2 and not to_tell().exists()
    assert night(41, GOOD) == (1, 0)
    settings.TRAINING_LINK_DAYS = 0
    assert night(80, BAD) == (0, 0)
    page.materials = [CourseMaterial(title="Film", url="https://ny.example/")]
    page.save_revision().publish()
    night(80, BAD)
    assert not LinkCheck.objects.exists()


@pytest.mark.django_db
def test_check__runs_every_night_and_a_silent_server_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    page = course()
    page.materials = [CourseMaterial(title="Film", url=URL)]
    page.save_revision().publish()
    call_command("purge")
    assert "links of training materials (looked at): 1" in capsys.readouterr().out
    assert LinkCheck.objects.get().problem == Problem.FORBIDDEN
