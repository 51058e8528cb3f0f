"""A helpline is public while somebody vouches for exactly what it says, and not a day longer."""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from contacts.helplines.helpline import Helpline
from contacts.helplines.numbers import dialled, validate_number
from contacts.helplines.particulars import FIELDS, fingerprint
from contacts.helplines.rules import Standing, is_shown_to_public, standing
from contacts.helplines.verifying import verify
from handslag import clock
from handslag.privacy.guard import PersonalDataFound
from tests.support.factories import UserFactory
from tests.support.helplines import helpline, verified

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

HERE = ZoneInfo("Europe/Stockholm")
DAY = datetime.date(2026, 3, 2)
# 90 days later, and the midnight after it, local time.
LAST = datetime.date(2026, 5, 31)


def shown(line: Helpline, day: datetime.date) -> bool:
    """Both forms of the rule, which must agree."""
    line.refresh_from_db()
    by_row, by_database = is_shown_to_public(line, day), line in Helpline.objects.verified(day)
    assert by_row == by_database
    return by_row


def test_helpline__is_hidden_until_somebody_verifies_it() -> None:
    line = helpline()
    assert not shown(line, clock.today())
    verify(line.pk, UserFactory(), fingerprint(line))
    assert shown(line, clock.today())


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime.datetime(2026, 3, 1, 23, 59, 59, tzinfo=HERE), False),
        (datetime.datetime(2026, 3, 2, 0, 0, 0, tzinfo=HERE), True),
        (datetime.datetime(2026, 5, 31, 23, 59, 59, tzinfo=HERE), True),
        (datetime.datetime(2026, 6, 1, 0, 0, 0, tzinfo=HERE), False),
    ],
)
def test_helpline__runs_out_at_midnight_local_time(moment: datetime.datetime, expected: bool) -> None:
    line = verified(DAY)
    assert line.last_day == LAST
    with clock.set_to(moment):
        assert shown(line, clock.today()) is expected


def test_helpline__days_are_a_setting(settings: Any) -> None:
    line = verified(DAY)
    settings.HELPLINE_DAYS = 30
    assert shown(line, DAY + datetime.timedelta(days=30))
    assert not shown(line, DAY + datetime.timedelta(days=31))


@pytest.mark.parametrize("field", FIELDS)
def test_change__by_save_withdraws_the_verification(field: str) -> None:
    line = verified(DAY)
    setattr(line, field, "08-465 004 62" if field == "number" else "https://prov.test/ny")
    line.save(update_fields=[field])
    assert not shown(line, DAY)
    assert (line.verified_by, line.verified_on, line.verified_as) == (None, None, "")


@pytest.mark.parametrize("field", FIELDS)
def test_change__by_update_hides_the_line(field: str) -> None:
    line = verified(DAY)
    Helpline.objects.filter(pk=line.pk).update(**{field: "08-465 004 62"})
    assert not shown(line, DAY)
    assert standing(line, DAY) == Standing.UNVERIFIED


def test_change__by_hand_in_the_database_hides_the_line() -> None:
    line = verified(DAY)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE contacts_helpline SET number = '08-465 004 62' WHERE id = %s", [line.pk])
    assert not shown(line, DAY)


def test_change__from_one_field_into_the_next_is_seen() -> None:
    line = verified(DAY, languages="Svenska", anonymity="")
    Helpline.objects.filter(pk=line.pk).update(languages="", anonymity="Svenska")
    assert not shown(line, DAY)


def test_change__of_the_place_in_the_list_is_none() -> None:
    line = verified(DAY)
    line.sort_order = 3
    line.save()
    assert shown(line, DAY)


def test_helpline__is_hidden_from_the_day_it_ends() -> None:
    line = verified(DAY)
    line.ended_on = DAY + datetime.timedelta(days=2)
    line.save()
    assert shown(line, DAY + datetime.timedelta(days=1))
    assert not shown(line, DAY + datetime.timedelta(days=2))


def test_verifying__vouches_only_for_what_was_seen() -> None:
    line = helpline()
    seen = fingerprint(line)
    Helpline.objects.filter(pk=line.pk).update(number="08-465 004 62")
    with pytest.raises(ValidationError):
        verify(line.pk, UserFactory(), seen)
    assert not shown(line, clock.today())


def test_verifying__refuses_a_line_that_has_ended() -> None:
    line = helpline(ended_on=DAY)
    with clock.set_to(DAY), pytest.raises(ValidationError):
        verify(line.pk, UserFactory(), fingerprint(line))


def test_verification__stays_when_the_account_goes() -> None:
    line = verified(DAY)
    assert line.verified_by is not None
    line.verified_by.delete()
    assert shown(line, DAY)


def test_verification__is_whole_or_none() -> None:
    line = helpline()
    with pytest.raises(IntegrityError), transaction.atomic():
        Helpline.objects.filter(pk=line.pk).update(verified_on=DAY)


@pytest.mark.parametrize(
    "number", ["08-465 004 61", "031-390 06 44", "070-174 06 33", "116 111", "112", "+46 8 465 004 61"]
)
def test_number__as_it_is_read_aloud(number: str) -> None:
    validate_number(number)
    assert dialled(number).removeprefix("+").isdigit()
    helpline(number=number)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "11",
        "ring oss",
        "0846500461",
        "08 465 004 61 lokal 3",
        "08–465 004 61",
        "٠٨-٤٦٥ ٠٠٤",
        " 112",
        "1 " * 16,
    ],
)
def test_number__anything_else_is_refused(number: str) -> None:
    with pytest.raises(ValidationError):
        validate_number(number)


def test_number__an_identity_number_is_refused_by_every_road() -> None:
    with pytest.raises(PersonalDataFound):
        helpline(number="640823-3234")
    with pytest.raises(PersonalDataFound):
        helpline(hours="Fråga efter 640823-3234")
