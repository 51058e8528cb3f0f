"""A file with people: as Excel in Sweden writes it, with what is wrong named by row and column, all or nobody."""

import io
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from accounts.invitation import Invitation
from accounts.people_file.columns import Column
from accounts.people_file.importing import plan
from accounts.people_file.reading import MAX_BYTES, MAX_ROWS, read_file
from accounts.user import User
from handslag.places.models import Unit
from tests.accounts.conftest import MakePerson, SignIn
from tests.support.mail import MailSink

FILE = "/admin/invitations/file/"
GOOD = (
    "E-post;Namn;Roller;Paket;Kommun;Enhet\r\n"
    "anna@kommun.test;Anna Åström;editor, Reviewer;;Lindboda kommun;Norra skolan\r\n"
    "bo@kommun.test;Bo Öst;;sekreterare;9902;\r\n"
    "\r\n"
    "cia@kommun.test;;;;;\r\n"
)
# What the three rows give.
ROLES = {
    "anna@kommun.test": {"staff", "editor", "reviewer"},
    "bo@kommun.test": {"staff", "reviewer", "board_secretary"},
    "cia@kommun.test": {"staff"},
}


def heading_and(*rows: str) -> bytes:
    return "\n".join(["e-post;namn;roller;kommun;enhet", *rows]).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n"])
@pytest.mark.parametrize("first", ["", "sep={}\r\n"])
def test_reading__takes_every_dialect(encoding: str, delimiter: str, line_end: str, first: str) -> None:
    text = (
        GOOD.replace("editor, Reviewer", '"editor, Reviewer"')
        .replace(";", delimiter)
        .replace("\r\n", line_end)
    )
    rows = read_file((first.format(delimiter) + text).encode(encoding))
    assert [row.get(Column.EMAIL) for row in rows] == list(ROLES)
    assert rows[0].get(Column.NAME) == "Anna Åström"
    assert rows[0].get(Column.ROLES) == "editor, Reviewer"
    assert [row.number for row in rows] == [2, 3, 5]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "empty"),
        (b"\r\n;;\r\n", "empty"),
        (b"e-post;namn", "no rows"),
        (b"namn\nAnna", "e-mail"),
        (b"e-post;skostorlek\na@kommun.test;38", "skostorlek"),
        (b"e-post;e-post\na@kommun.test;b", "twice"),
        (b"e-post;namn\na@kommun.test;Anna;mer", "Row 2"),
        (b'e-post;namn\na@kommun.test;"Anna', "quotation"),
        (b"PK\x03\x04" + b"\x00" * 100, "CSV"),
        (b"%PDF-1.7", "CSV"),
        (b"e-post\x00", "text"),
        (b"e-post\n" + b"a" * MAX_BYTES, "larger"),
        (b"e-post\n" + b"a@kommun.test\n" * (MAX_ROWS + 1), "500"),
    ],
)
def test_reading__refuses_with_one_sentence(content: bytes, part: str) -> None:
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        read_file(content)
    assert len(refused.value.messages) == 1
    assert part in refused.value.messages[0]


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: f"e-post;namn\n{text}".encode()))
def test_reading__never_breaks(content: bytes) -> None:
    with suppress(ValidationError):
        read_file(content)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";Anna;;;", Column.EMAIL),
        ("anna;Anna;;;", Column.EMAIL),
        ("anna@kommun.test;Anna;trollkarl;;", Column.ROLES),
        ("anna@kommun.test;Anna;auditor;;", Column.ROLES),
        ("anna@kommun.test;Anna;dialogue;;", Column.ROLES),
        ("anna@kommun.test;Anna;Samordnare i en liten kommun, superuser;;", Column.ROLES),
        ("anna@kommun.test;Anna;;Storstad;", Column.MUNICIPALITY),
        ("anna@kommun.test;Anna;;Lindboda;Södra skolan", Column.UNIT),
        ("anna@kommun.test;Anna 20991231-0019;;;", Column.NAME),
        (f"anna@kommun.test;{'A' * 121};;;", Column.NAME),
        ("forst@kommun.test;Anna;;;", Column.EMAIL),
    ],
)
def test_checking__names_row_and_column(row: str, column: Column, coordinator: User, school: Unit) -> None:
    found = plan(coordinator, read_file(heading_and("forst@kommun.test;Först;;;", row)))
    assert {(error.row, error.column) for error in found.errors} == {(3, column)}
    assert "990101-0017" not in str(found.errors[0])


@pytest.mark.django_db
def test_checking__known_people_are_passed_over(coordinator: User, person: MakePerson) -> None:
    person("anna")
    found = plan(coordinator, read_file(heading_and("Anna@kommun.test;Anna;;;", "ny@kommun.test;Ny;;;")))
    assert not found.errors
    assert [row.number for row in found.known] == [2]
    assert [row.number for row in found.to_invite] == [3]


def upload(content: bytes, name: str = "personer.csv") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, content, content_type="text/csv")}


def hidden_text(html: str) -> str:
    found: list[str] = []

    class Finder(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            given = dict(attrs)
            if tag == "input" and given.get("name") == "text":
                found.append(given.get("value") or "")

    Finder().feed(html)
    return found[0] if found else ""


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1"])
def test_page__upload_look_confirm(
    encoding: str, coordinator: User, school: Unit, signed_in: SignIn, mail_server: MailSink
) -> None:
    client = signed_in(coordinator)
    html = client.post(FILE, upload(GOOD.encode(encoding))).content.decode()
    assert "Anna Åström" in html
    assert not Invitation.objects.exists()
    assert not mail_server.messages
    response = client.post(FILE, {"text": hidden_text(html)}, follow=True)
    assert response.status_code == 200
    assert {
        row.email: set(row.roles.values_list("name", flat=True)) for row in Invitation.objects.all()
    } == ROLES
    anna = Invitation.objects.get(email="anna@kommun.test")
    assert (anna.name, anna.unit, anna.invited_by) == ("Anna Åström", school, coordinator)
    assert sorted(message["To"] for message in mail_server.messages) == sorted(ROLES)
    # Once more changes nothing: everybody is known.
    html = client.post(FILE, upload(GOOD.encode(encoding))).content.decode()
    assert not hidden_text(html)
    assert len(mail_server.messages) == 3


@pytest.mark.django_db(transaction=True)
def test_page__one_bad_row_stops_all(coordinator: User, signed_in: SignIn, mail_server: MailSink) -> None:
    client = signed_in(coordinator)
    content = heading_and("ny@kommun.test;Ny;;;", "annan;Annan;;;")
    html = client.post(FILE, upload(content)).content.decode()
    assert not hidden_text(html)
    # Also where the browser sends what the preview would not have let through.
    assert client.post(FILE, {"text": content.decode()}).status_code == 200
    assert client.post(FILE, {"text": "e-post;roller\nny@kommun.test;auditor"}).status_code == 200
    assert client.post(FILE, {"text": "skräp"}).status_code == 302
    assert client.post(FILE, {}).status_code == 200
    assert client.post(FILE, upload(b"PK\x03\x04", "personer.xlsx")).status_code == 200
    assert not Invitation.objects.exists()
    assert not mail_server.messages


@pytest.mark.django_db(transaction=True)
def test_command__dry_run_errors_and_the_real_run(
    tmp_path: Path, coordinator: User, school: Unit, mail_server: MailSink
) -> None:
    good, bad = tmp_path / "bra.csv", tmp_path / "fel.csv"
    good.write_bytes(GOOD.encode("latin-1"))
    bad.write_bytes(heading_and("ny@kommun.test;Ny;trollkarl;;"))
    out, err = io.StringIO(), io.StringIO()
    call_command("invite_people", good, "--dry-run", stdout=out)
    assert "anna@kommun.test" in out.getvalue()
    assert not Invitation.objects.exists()
    with pytest.raises(CommandError):
        call_command("invite_people", bad, stdout=out, stderr=err)
    assert "trollkarl" in err.getvalue()
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("invite_people", tmp_path / "saknas.csv", stdout=out)
    with pytest.raises(CommandError, match="no active account"):
        call_command("invite_people", good, "--as", "ingen@kommun.test", stdout=out)
    call_command("invite_people", good, "--as", coordinator.email, stdout=out)
    assert Invitation.objects.filter(invited_by=coordinator).count() == 3
    assert len(mail_server.messages) == 3


@pytest.mark.django_db
def test_command__obeys_the_rights_of_the_account(
    tmp_path: Path, person: MakePerson, coordinator: User
) -> None:
    file = tmp_path / "personer.csv"
    file.write_bytes(heading_and("ny@kommun.test;Ny;auditor;;"))
    with pytest.raises(CommandError):
        call_command(
            "invite_people", file, "--as", coordinator.email, stdout=io.StringIO(), stderr=io.StringIO()
        )
    person("redaktor", "editor")
    file.write_bytes(heading_and("ny@kommun.test;Ny;;;"))
    with pytest.raises(CommandError):
        call_command("invite_people", file, "--as", "redaktor@kommun.test", stdout=io.StringIO())
    assert not Invitation.objects.exists()
