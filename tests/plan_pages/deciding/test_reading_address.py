"""A body's private address: what it shows, to whom, for how long, and that it keeps nothing of the reader."""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from handslag import clock
from handslag.access.secret_keys import digest_of_secret
from plan_pages.road.matter import Matter
from plan_pages.road.referral.reading_key import ReadingKey
from plan_pages.workflow import doors
from tests.plan_pages.pdf.reading import words_of
from tests.support import plans, roads
from tests.support.factories import make_site
from tests.support.mail import MailSink
from tests.support.once import anew, once
from tests.support.referrals import (
    DAY,
    DEADLINE,
    address,
    body,
    give,
    given_path,
    moved_on,
    on_referral,
    post,
    sent_out,
    signed_in,
)

pytestmark = pytest.mark.django_db

DEAD_MAIL_SERVER = {
    "default": {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 1},
    }
}


def out_on_referral() -> dict[str, Any]:
    make_site()
    editor = roads.person("editor", name="Eva Redaktör")
    page = plans.plan_page()
    plans.adopt(page)
    with clock.set_to(DAY):
        matter = on_referral(page, editor, roads.person("reviewer"))
        Matter.objects.update(registry_number="KS 2026/12")
        sent_out(matter, editor)
    return {"editor": editor, "matter": matter}


sent = once(out_on_referral)


@pytest.fixture
def editor(sent: dict[str, Any], settings: Any, tmp_path: Path) -> Any:
    settings.MEDIA_ROOT = str(tmp_path)
    return anew(sent["editor"])


@pytest.fixture
def matter(sent: dict[str, Any], editor: Any) -> Iterator[Matter]:
    with clock.set_to(DAY):
        yield anew(sent["matter"])


@pytest.fixture
def path(matter: Matter, editor: Any) -> str:
    return given_path(give(editor, matter, "Polis"))


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_stranger__reads_exactly_what_was_sent_out(path: str, matter: Matter) -> None:
    answer = Client().get(path)
    page = text(answer)
    assert answer.status_code == 200
    assert "utkast på remiss, inte beslutat" in page and "Om avsnitt 4" in page
    assert "1 april 2026" in page and "KS 2026/12" in page and "registrator@kommun.example" in page
    assert "Titta särskilt på avsnitt 2." in page
    # What is new since the edition that was decided.
    assert "utgåva 1" in page.lower() and "chip--new" in page


def test_stranger__leaves_no_trace_and_gets_no_menu(path: str, matter: Matter) -> None:
    for client in (Client(), signed_in(roads.person("editor"))):
        answer = client.get(path)
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "no-referrer" and "noindex" in answer["X-Robots-Tag"]
        page = text(answer)
        assert '<meta name="robots" content="noindex, nofollow">' in page
        for word in ("/beslut/", "/sok/", "/konto/", "/handlingsplan/", "main-navigation", "Eva Redaktör"):
            assert word not in page, word
    stranger = Client()
    stranger.get(path)
    assert not stranger.cookies
    key = ReadingKey.objects.get()
    assert key.reads == 3 and key.last_read_at == clock.now()
    stranger.head(path)
    assert ReadingKey.objects.get().reads == 3


def test_pdf__is_the_draft_and_says_so(path: str) -> None:
    answer = Client().get(f"{path}remiss.pdf")
    assert answer["Content-Type"] == "application/pdf" and answer["Referrer-Policy"] == "no-referrer"
    assert answer["Cache-Control"] == "private, no-store"
    words = words_of(answer.content)
    assert "inte beslutat" in words and "Om avsnitt 4" in words


def test_key__is_shown_once_and_only_its_digest_is_kept(matter: Matter, editor: Any) -> None:
    answer = give(editor, matter, "Polis")
    secret = given_path(answer).split("/")[2]
    assert "no-store" in answer["Cache-Control"]
    assert ReadingKey.objects.get().digest == digest_of_secret(secret)
    for where in (address(matter), address(matter, body("Polis").pk)):
        assert secret not in text(signed_in(editor).get(where))


def test_page_sent_twice__does_not_lose_the_address(path: str, matter: Matter, editor: Any) -> None:
    answer = give(editor, matter, "Polis")
    assert answer.status_code == 422 and moved_on() in text(answer)
    assert Client().get(path).status_code == 200


def test_renewed__the_old_address_leads_nowhere(path: str, matter: Matter, editor: Any) -> None:
    new = given_path(give(editor, matter, "Polis", instead_of=ReadingKey.objects.get().pk))
    assert Client().get(path).status_code == 404 and Client().get(new).status_code == 200


def test_ended_addresses__are_answered_like_unknown_ones(path: str, matter: Matter, editor: Any) -> None:
    unknown = Client().get("/remiss/finns-inte/")
    assert unknown.status_code == 404 and "be den på kommunen" in text(unknown)
    key = ReadingKey.objects.get()
    with clock.set_to(key.expires_on):
        assert Client().get(path).status_code == 200
    with clock.set_to(key.expires_on + datetime.timedelta(days=1)):
        expired = Client().get(path)
    withdraw = {"way": "withdraw", "instead_of": key.pk}
    assert signed_in(editor).post(address(matter, body("Polis").pk), withdraw).status_code == 302
    withdrawn = Client().get(path)
    for answer in (expired, withdrawn):
        assert (answer.status_code, without_path(answer)) == (404, without_path(unknown))
        assert headers(answer) == headers(unknown)
    assert Client().get(f"{path}remiss.pdf").status_code == 404


def headers(answer: Any) -> dict[str, str]:
    """But for the number of the request, and the length, which is that of the address in the links."""
    return {
        name: value
        for name, value in answer.headers.items()
        if name not in ("X-Request-ID", "Content-Length")
    }


def without_path(answer: Any) -> str:
    """The links to other languages carry the address that was asked for."""
    return text(answer).replace(answer.request["PATH_INFO"], "")


def test_address__does_not_stand_in_the_log(
    path: str, matter: Matter, editor: Any, caplog: pytest.LogCaptureFixture
) -> None:
    Client().get(f"{path.rstrip('/')})/")
    doors.act(matter, editor, "withdraw")
    assert Client().get(path).status_code == 410
    assert path.split("/")[2] not in caplog.text


def test_address__is_withdrawn_also_when_the_matter_has_moved_on(
    path: str, matter: Matter, editor: Any
) -> None:
    with clock.set_to(DEADLINE + datetime.timedelta(days=1)):
        post(editor, matter, "close")
        assert Client().get(path).status_code == 200
        where = address(matter, body("Polis").pk)
        assert where in text(signed_in(editor).get(address(matter)))
        signed_in(editor).post(where, {"way": "withdraw", "instead_of": ReadingKey.objects.get().pk})
        assert Client().get(path).status_code == 404


def test_text_taken_back__is_not_shown_any_more(path: str, matter: Matter, editor: Any) -> None:
    doors.act(matter, editor, "withdraw")
    answer = Client().get(path)
    assert answer.status_code == 410 and "inte längre ute på remiss" in text(answer)
    assert "avsnitt" not in text(answer).lower() and answer["Cache-Control"] == "private, no-store"
    assert Client().get(f"{path}remiss.pdf").status_code == 410
    assert ReadingKey.objects.get().reads == 0
    refused = give(editor, matter, "Skol")
    assert refused.status_code == 302 and not ReadingKey.objects.filter(body=body("Skol")).exists()


def test_text_that_says_something_else_by_now__is_not_shown(path: str, matter: Matter) -> None:
    assert matter.revision is not None
    content = {**matter.revision.content, "title": "En annan titel"}
    type(matter.revision).objects.filter(pk=matter.revision.pk).update(content=content)
    assert Client().get(path).status_code == 410


def test_text_decided__is_not_shown_as_a_draft(path: str, matter: Matter, editor: Any) -> None:
    with clock.set_to(DEADLINE + datetime.timedelta(days=1)):
        post(editor, matter, "close")
        matter.refresh_from_db()
        roads.recorded(matter, roads.person("board_secretary"))
        assert Client().get(path).status_code == 410


def test_more_time__lets_addresses_hold_longer(matter: Matter, editor: Any) -> None:
    expires = (DEADLINE + datetime.timedelta(days=30)).isoformat()
    give(editor, matter, "Polis", expires_on=expires)
    post(editor, matter, "extend", deadline="2026-06-01")
    assert ReadingKey.objects.get().expires_on == datetime.date(2026, 7, 1)


@pytest.mark.parametrize("day", ["2026-03-02", "2020-01-01", "2027-03-03", ""])
def test_expiry__is_a_day_within_a_year(matter: Matter, editor: Any, day: str) -> None:
    assert give(editor, matter, "Polis", expires_on=day).status_code == 422
    assert not ReadingKey.objects.exists()


def test_mail__carries_the_address_in_swedish(
    matter: Matter, editor: Any, mail_sink: MailSink, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://handslag.kommun.example"
    client = signed_in(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/en{address(matter)}", {"way": "mail"})
    (letter,) = mail_sink.messages
    assert letter["To"] == "registrator@polisen.example"
    assert letter["Reply-To"] == "registrator@kommun.example"
    assert letter["Subject"] == "Remiss: Handlingsplan mot våldsbejakande extremism"
    words = letter.get_content()
    assert "Titta särskilt på avsnitt 2." in words and "1 april 2026" in words and "KS 2026/12" in words
    start = words.index("https://handslag.kommun.example/remiss/")
    link = words[start:].split()[0]
    assert Client().get(link.removeprefix("https://handslag.kommun.example")).status_code == 200
    assert ReadingKey.objects.get().mailed_at is not None
    again = client.post(address(matter), {"way": "mail"})
    assert again.status_code == 422 and "redan fått en läsadress" in text(again)


def test_mail__that_fails_is_told_and_can_be_sent_anew(
    matter: Matter,
    editor: Any,
    mail_sink: MailSink,
    settings: Any,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Any,
) -> None:
    working = settings.MAILERS
    settings.MAILERS = DEAD_MAIL_SERVER
    where, client = address(matter, body("Polis").pk), signed_in(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(where, {"way": "mail", "instead_of": ""})
    key = ReadingKey.objects.get()
    assert key.mailed_at is None and "har inte gått ut" in text(client.get(address(matter)))
    assert "polisen" not in caplog.text
    settings.MAILERS = working
    with django_capture_on_commit_callbacks(execute=True):
        client.post(where, {"way": "mail", "instead_of": key.pk})
    assert len(mail_sink.messages) == 1 and "har inte gått ut" not in text(client.get(address(matter)))


def test_mail__needs_an_address(matter: Matter, editor: Any) -> None:
    answer = signed_in(editor).post(address(matter, body("Skol").pk), {"way": "mail", "instead_of": ""})
    assert answer.status_code == 422 and "saknar e-postadress" in text(answer)


def test_pdf_for_bodies_without_an_address__is_on_the_editors_page(matter: Matter, editor: Any) -> None:
    where = f"{address(matter)}remiss.pdf"
    assert where in text(signed_in(editor).get(address(matter)))
    assert "Om avsnitt 4" in words_of(signed_in(editor).get(where).content)
    assert signed_in(roads.person()).get(where).status_code == 404
    doors.act(matter, editor, "withdraw")
    assert signed_in(editor).get(where).status_code == 404


@pytest.fixture(autouse=True)
def no_kept_files() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()
