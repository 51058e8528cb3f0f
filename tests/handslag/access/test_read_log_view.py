"""Auditors read who read what; titles only where they may read the page themselves."""

import datetime
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.access.read_log.retention import purge_readings
from handslag.access.roles import roles
from handslag.spreadsheets import large
from tests.support.factories import GuidePageFactory, UserFactory, make_site, restrict

pytestmark = pytest.mark.django_db

PAGE, CSV, XLSX = "/granskning/lasning/", "/granskning/lasning.csv", "/granskning/lasning.xlsx"
TITLE = "Kvastfeningar"
DAY = datetime.date(2026, 3, 2)


def client_as(client: Any, *names: str, **fields: Any) -> Any:
    client.force_login(UserFactory(roles=list(names), **fields))
    return client


@pytest.fixture
def page(db: None) -> Any:
    page = GuidePageFactory(parent=make_site(), title=TITLE)
    restrict(page, "dialogue")
    return page


def read(number: int, by: Any = None, **fields: Any) -> ReadLogEntry:
    return ReadLogEntry.objects.create(user=by, object_id=number, **{"kind": "page", **fields})


@pytest.mark.parametrize("role", [role.name for role in roles if role.name != "auditor"])
def test_read_log__is_not_there_for_others(client: Any, page: Any, role: str) -> None:
    client_as(client, "staff", role)
    assert [client.get(path).status_code for path in (PAGE, CSV, XLSX)] == [404] * 3
    assert PAGE not in client.get("/").content.decode()


def test_read_log__titles_follow_what_the_auditor_may_see(client: Any, page: Any) -> None:
    read(page.pk, UserFactory(email="lasare@kommun.test"))
    for names, fields, shown in (
        (["auditor"], {}, False),
        (["auditor", "dialogue"], {}, True),
        ([], {"is_superuser": True}, True),
    ):
        client_as(client, *names, **fields)
        body = client.get(PAGE).content.decode()
        assert "lasare@kommun.test" in body and str(page.pk) in body
        assert (TITLE in body) is shown
        assert TITLE not in client.get(CSV).getvalue().decode("utf-8-sig")
        assert PAGE in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({}, {1, 2, 3, 4}),
        ({"person": "anna@"}, {1}),
        ({"person": "Bo Berg"}, {2}),
        ({"kind": "guidance"}, {2}),
        ({"break_glass": "on"}, {3}),
        ({"since": "2026-03-02"}, {3, 4}),
        ({"until": "2026-03-01"}, {1, 2}),
        ({"since": "2026-03-02", "until": "2026-03-02"}, {3, 4}),
        ({"since": "i fjol"}, {1, 2, 3, 4}),
    ],
)
def test_read_log__filters_on_the_page_and_in_the_files(
    client: Any, page: Any, query: dict[str, str], numbers: set[int]
) -> None:
    late = datetime.datetime(2026, 3, 1, 22, 59, tzinfo=datetime.UTC)
    after = datetime.datetime(2026, 3, 1, 23, 1, tzinfo=datetime.UTC)
    read(1, UserFactory(email="anna@kommun.test"), read_at=late)
    read(2, UserFactory(name="Bo Berg"), kind="guidance", read_at=late)
    read(3, break_glass=True, read_at=after)
    read(4, kind="document", read_at=after)
    client_as(client, "auditor")
    assert {row.object_id for row in client.get(PAGE, query).context["page"]} == numbers
    lines = client.get(CSV, query).getvalue().decode("utf-8-sig").splitlines()
    assert {int(line.split(";")[3]) for line in lines[1:]} == numbers
    sheet = load_workbook(io.BytesIO(client.get(XLSX, query).getvalue())).active
    assert {row[3] for row in list(sheet.iter_rows(values_only=True))[1:]} == numbers


def test_read_log__a_name_is_no_formula(client: Any, page: Any) -> None:
    read(1, UserFactory(email="=cmd@kommun.test"))
    client_as(client, "auditor")
    assert ";'=cmd@kommun.test;" in client.get(CSV).getvalue().decode("utf-8-sig")


def test_read_log__a_file_has_every_row_and_a_few_are_held_at_a_time(
    client: Any, page: Any, monkeypatch: Any
) -> None:
    number = 2_500
    ReadLogEntry.objects.bulk_create(ReadLogEntry(kind="page", object_id=one) for one in range(number))
    client_as(client, "auditor")
    lines = [part.count(b"\r\n") for part in client.get(CSV).streaming_content]
    assert sum(lines) == number + 1
    assert max(lines) == large.AT_A_TIME
    monkeypatch.setattr(large, "MOST_ROWS", 1 + number // 2)
    answer = client.get(XLSX)
    assert not isinstance(answer.file_to_stream, io.BytesIO), "a workbook lies on the disk and not in memory"
    book = load_workbook(io.BytesIO(answer.getvalue()), read_only=True)
    sheets = [[row[3] for row in sheet.iter_rows(values_only=True)] for sheet in book]
    assert [len(sheet) for sheet in sheets] == [1 + number // 2] * 2
    assert all(isinstance(sheet[0], str) for sheet in sheets)
    assert {row for sheet in sheets for row in sheet[1:]} == set(range(number))


def test_read_log__its_queries_do_not_grow(client: Any, page: Any) -> None:
    people = [UserFactory() for _number in range(10)]
    client_as(client, "auditor")
    many = [ReadLogEntry(user=person, kind="page", object_id=page.pk) for person in people]
    ReadLogEntry.objects.bulk_create(many)
    few = queries(client)
    ReadLogEntry.objects.bulk_create(
        ReadLogEntry(user=people[number % 10], kind="page", object_id=number) for number in range(300)
    )
    assert queries(client) == few <= 15


def queries(client: Any) -> int:
    client.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(PAGE).status_code == 200
    return len(captured)


def test_read_log__is_kept_for_a_set_time(settings: Any) -> None:
    settings.READ_LOG_KEEP_DAYS = 30
    with clock.set_to(DAY):
        read(1)
    with clock.set_to(DAY + datetime.timedelta(days=30)):
        assert purge_readings() == 0
    with clock.set_to(DAY + datetime.timedelta(days=31)):
        assert purge_readings() == 1
