"""The demo's mailbox: readable without an account, in the demo only."""

import io
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend
from django.core.management import call_command
from django.http import Http404
from django.test import RequestFactory, override_settings
from django.urls import NoReverseMatch, reverse

from handslag.start.todos import Todo
from home.mailbox import checks
from home.mailbox.letters import letters
from home.mailbox.views import mailbox
from tests.support.factories import UserFactory
from tests.support.waiting import only_what_waits


def send(folder: Path, *messages: EmailMessage) -> None:
    EmailBackend(file_path=str(folder)).send_messages(list(messages))


def test_letters__latest_first_decoded_and_several_in_a_file(tmp_path: Path) -> None:
    dates = ("Mon, 02 Mar 2026 08:00:00 +0100", "Tue, 03 Mar 2026 08:00:00 +0100")
    send(
        tmp_path,
        *[
            EmailMessage(
                f"Hälsning {day}", "Åäö https://a.test/", "f@a.test", ["t@a.test"], headers={"Date": date}
            )
            for day, date in enumerate(dates)
        ],
    )
    (tmp_path / "trasig.log").write_bytes(b"\xff\xfe\x00")
    found = [letter for letter in letters(tmp_path) if letter.subject]
    assert [letter.subject for letter in found] == ["Hälsning 1", "Hälsning 0"]
    assert found[0].text == "Åäö https://a.test/"


def test_letters__no_folder_yet(tmp_path: Path) -> None:
    assert letters(tmp_path / "finns-inte") == []


def test_the_address_does_not_exist_on_a_server() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("demo_mailbox")


@override_settings(DEBUG=False, DEMO=False)
def test_the_view_itself_refuses_outside_the_demo() -> None:
    with pytest.raises(Http404):
        mailbox(RequestFactory().get("/demo/post/"))


@pytest.mark.django_db
def test_links_can_be_clicked_and_markup_is_text(tmp_path: Path) -> None:
    send(
        tmp_path,
        EmailMessage("<b>Hej</b>", "Se http://testserver/konto/a?b=1 <script>x</script>", to=["t@a.test"]),
    )
    request = RequestFactory().get("/demo/post/")
    request.user = AnonymousUser()
    with override_settings(DEMO=True, DEMO_MAIL_DIR=tmp_path):
        page = mailbox(request).content.decode()
    assert 'href="http://testserver/konto/a?b=1"' in page
    assert "<script>x" not in page
    assert "&lt;b&gt;Hej" in page


@pytest.mark.django_db
def test_reminders__land_here(tmp_path: Path) -> None:
    backend = "django.core.mail.backends.filebased.EmailBackend"
    mailers = {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(tmp_path)}}}
    with only_what_waits() as waiting, override_settings(MAILERS=mailers):
        for person in (UserFactory(), UserFactory()):
            waiting[person] = [Todo("Granska", "/beslut/1/")]
        call_command("send_reminders", stdout=io.StringIO())
    first, second = letters(tmp_path)
    assert first.subject == second.subject == "1 sak väntar på dig i Handslag"
    assert "http://testserver/beslut/1/" in first.text
    assert first.recipients != second.recipients


@pytest.mark.parametrize(
    ("hosts", "is_refused"), [(["handslag.kommun.se"], True), (["127.0.0.1", "a.test"], False)]
)
def test_check__refuses_an_open_mailbox_on_a_public_name(
    monkeypatch: pytest.MonkeyPatch, hosts: list[str], is_refused: bool
) -> None:
    monkeypatch.setattr(checks, "reverse", lambda name: "/demo/post/")
    with override_settings(ALLOWED_HOSTS=hosts, BASE_URL="http://localhost:8000"):
        assert [error.id for error in checks.mailbox_is_the_demos()] == (["home.E001"] if is_refused else [])


def test_check__says_nothing_where_there_is_no_mailbox() -> None:
    with override_settings(ALLOWED_HOSTS=["handslag.kommun.se"]):
        assert checks.mailbox_is_the_demos() == []
