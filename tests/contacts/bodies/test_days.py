"""A year typed wrongly is refused where the data change, and what is computed from days does not fall over."""

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from contacts.bodies.body import BodyPage
from contacts.bodies.lapses import contact_due
from contacts.bodies.meeting import MeetingPage
from contacts.guests.standing import holds_until
from handslag.sensible_days import days_after
from tests.support.bodies import body, meeting
from tests.support.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_days__that_nobody_can_mean_are_refused_for_bodies_and_meetings() -> None:
    council = body(interval_days=90)
    held = meeting(council, "2026-03-02", ends_at=None)
    for year in (1, 26, 1899, 2200, 9999):
        day = datetime.date(year, 6, 1)
        moment = datetime.datetime(year, 6, 1, 12, tzinfo=datetime.UTC)
        for page, values in (
            (council, {"mandate_from": day}),
            (council, {"mandate_until": day}),
            (held, {"starts_at": moment}),
            (held, {"ends_at": moment}),
        ):
            page.refresh_from_db()
            for name, value in values.items():
                setattr(page, name, value)
            with pytest.raises(ValidationError):
                page.save()
            with pytest.raises(IntegrityError), transaction.atomic():
                type(page).objects.filter(pk=page.pk).update(**values)
    assert BodyPage.objects.get().mandate_from is None and MeetingPage.objects.get().ends_at is None
    reader = Client()
    reader.force_login(UserFactory(roles=["staff"]))
    for year in (1900, 2199):
        BodyPage.objects.update(mandate_from=datetime.date(year, 12, 31))
        MeetingPage.objects.update(starts_at=datetime.datetime(year, 12, 31, 22, tzinfo=datetime.UTC))
        for address in ("/samverkan/", council.url, held.url):
            assert reader.get(address).status_code == 200, (year, address)


def test_what_is_computed_from_days__ends_with_the_calendar() -> None:
    last = datetime.date.max
    assert days_after(last, 1) == last
    assert days_after(last - datetime.timedelta(days=1), 1) == last
    assert days_after(datetime.date(2026, 2, 28), 1) == datetime.date(2026, 3, 1)
    late: Any = SimpleNamespace(
        interval_days=90, mandate_from=last, first_published_at=None, has_ended=lambda _day: False
    )
    tally: Any = SimpleNamespace(last=None)
    assert contact_due(late, tally, last) == last
    at: Any = SimpleNamespace(starts_at=datetime.datetime(9999, 12, 30, tzinfo=datetime.UTC), ends_at=None)
    assert holds_until(at) == last
