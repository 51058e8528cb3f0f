"""The statistics page and its files say the same, masked, to those who may see them."""

import datetime
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from contacts.guidance.kinds import Situation
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.statistics.reading import asked_in, read_year
from handslag import clock
from handslag.places.models import Municipality, Unit
from tests.contacts.guidance.asking import signed_in
from tests.support.factories import UserFactory, make_site
from tests.support.occasions import local

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

PAGE = "/vagledning/statistik/"
FILES = ("/vagledning/statistik.csv", "/vagledning/statistik.xlsx")


@pytest.fixture(autouse=True)
def year() -> Any:
    make_site()
    place = Municipality.objects.create(name="Björkmark", code="9901")
    unit = Unit.objects.create(municipality=place, name="Norra skolan")
    with clock.set_to(datetime.date(2026, 3, 2)):
        rows = [("worry", unit, 13), ("symbols", unit, 3), ("other", None, 11)]
        GuidanceRequest.objects.bulk_create(
            GuidanceRequest(
                situation=situation, unit=where, urgency="week", question="?", reply_by=clock.today(),
                status="answered", answered_at=clock.now() + datetime.timedelta(days=3),
            )
            for situation, where, number in rows
            for _one in range(number)
        )  # fmt: skip
        yield


def client_as(*roles: str, **fields: Any) -> Any:
    return signed_in(UserFactory(roles=list(roles), **fields))


@pytest.mark.parametrize("role", ["staff", "editor", "dialogue", "board"])
def test_statistics__are_not_there_for_others(role: str) -> None:
    client = client_as(role)
    assert [client.get(path).status_code for path in (PAGE, *FILES)] == [404] * 3


@pytest.mark.parametrize("role", ["forum", "coordinator", "auditor"])
def test_statistics__are_masked_on_the_page_and_in_the_files(role: str) -> None:
    client = client_as(role)
    page = client.get(PAGE)
    assert page.status_code == 200
    tables = [table.plain_rows for table in page.context["tables"]]
    shown = {str(cell) for rows in tables for row in rows for cell in row[1:]}
    assert "3" not in shown and "–" in shown
    assert page.context["year"].median_days == 3
    text = client.get(FILES[0]).content.decode("utf-8-sig")
    lines = [line.split(";") for line in text.splitlines()]
    for rows in tables:
        for row in rows:
            assert [str(cell) for cell in row] in lines
    sheet = load_workbook(io.BytesIO(client.get(FILES[1]).content)).active
    cells = [[str(cell) for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    assert all([str(cell) for cell in row] in cells for rows in tables for row in rows)


def test_statistics__a_year_nobody_knows_is_this_year() -> None:
    client = client_as("forum")
    for asked in ("1999", "x", "99999999"):
        assert client.get(PAGE, {"ar": asked}).context["year"].year == 2026


@pytest.mark.parametrize(("waiting", "shown"), [(0, "–"), (4, "–"), (9, "9")])
def test_statistics__those_that_wait_are_told_of_and_masked_too(waiting: int, shown: str) -> None:
    """The median is of those answered; "half of the requests" would be false while others wait."""
    GuidanceRequest.objects.all().delete()
    answered = {"status": "answered", "answered_at": clock.now()}
    many = [
        {
            "situation": kind,
            "unit": unit,
            "created_at": clock.start_of(datetime.date(2026, month, 2)),
            **answered,
        }
        for kind in Situation.values
        for unit in (None, Unit.objects.get())
        for month in (1, 2, 3)
        for _one in range(5)
    ]
    for number in range(waiting):
        many[number] |= {"status": ("new", "assigned")[number % 2], "answered_at": None}
    few = {"urgency": "week", "question": "?", "reply_by": clock.today()}
    GuidanceRequest.objects.bulk_create(GuidanceRequest(**few, **fields) for fields in many)
    client = client_as("forum")
    page = client.get(PAGE).content.decode()
    assert f": {shown}." in page and client.get(PAGE).context["waiting"] == shown
    assert client.get(FILES[0]).content.decode("utf-8-sig").splitlines()[-1].endswith(f";{shown}")


def test_statistics__leave_out_what_lies_ahead() -> None:
    """In March everybody knows that nothing was asked in April: it could be subtracted."""
    tables = {table.id: table.plain_rows for table in client_as("forum").get(PAGE).context["tables"]}
    assert [len(row) for row in tables["by-quarter"]] == [3] * (len(Situation) + 1)
    assert len(tables["by-month"]) == 3


def test_statistics__go_by_local_days_and_months() -> None:
    """Half an hour before and after midnight between months and years, in winter and in summer time."""
    hours = (
        "2026-01-01 00:30",
        "2026-01-31 23:30",
        "2026-02-01 00:30",
        "2026-06-30 23:30",
        "2026-12-31 23:30",
    )
    GuidanceRequest.objects.all().delete()
    for moment in ("2025-12-31 23:30", "2027-01-01 00:30", *hours):
        asked = local(moment)
        rows = GuidanceRequest.objects.bulk_create(
            GuidanceRequest(
                situation="other", urgency="week", question="?", reply_by=clock.today(), status="answered",
                answered_at=asked + datetime.timedelta(hours=1),
            )
            for _one in range(5)
        )  # fmt: skip
        GuidanceRequest.objects.filter(pk__in=[row.pk for row in rows]).update(created_at=asked)
    assert {one.month: one.number for one in asked_in(2026)} == {1: 10, 2: 5, 6: 5, 12: 5}
    # Fifteen were answered after midnight, ten on the same day.
    assert read_year(2026).median_days == 1
