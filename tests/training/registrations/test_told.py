"""Who is told of what becomes of an occasion, and what is no news any more."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from handslag import clock
from tests.support import training
from tests.support.factories import UserFactory
from tests.training.registrations.people import registered
from training.models import Occasion, Registration
from training.occasions import acting as arranging
from training.occasions.day import OccasionDay
from training.occasions.saving import keep
from training.registrations import acting, mailing, queue
from training.registrations.cancel_link import address_of
from training.registrations.kinds import RegistrationState
from training.registrations.notice import RegistrationNotice

pytestmark = pytest.mark.django_db

MONDAY = datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with clock.set_to(MONDAY):
        yield


def moved_by(occasion: Occasion, by: datetime.timedelta) -> None:
    occasion = Occasion.objects.get(pk=occasion.pk)
    days = list(occasion.days.all())
    for day in days:
        day.starts_at, day.ends_at = day.starts_at + by, day.ends_at + by
    occasion.days = days
    keep(occasion)


def told() -> dict[str, Any]:
    """By address, what goes out now."""
    mail.outbox.clear()
    mailing.deliver_waiting()
    return {letter.to[0]: letter for letter in mail.outbox}


def calendar_of(letter: Any) -> str:
    (file,) = letter.attachments
    assert file["Content-Type"].startswith("text/calendar") and "method=" in file["Content-Type"]
    return str(file.get_content()).replace("\r\n ", "")


def test_marked_on_the_first_day__is_told_of_the_second() -> None:
    occasion = training.occasion(at="2026-03-03 09:00")
    begins = occasion.starts_at + DAY
    OccasionDay.objects.create(occasion=occasion, starts_at=begins, ends_at=begins + HOUR)
    keep(Occasion.objects.get(pk=occasion.pk))
    row = registered(occasion)
    told()
    with clock.set_to(occasion.starts_at + HOUR):
        acting.mark(occasion.pk, row.pk, RegistrationState.ATTENDED)
        arranging.cancel(occasion.pk, "Läraren är sjuk", None)
        assert set(told()) == {row.person.email}


def test_called_off__what_was_written_for_the_day_goes_at_once() -> None:
    row = registered(training.occasion(), needs="Ramp")
    arranging.cancel(row.occasion_id, "För få anmälda", None)
    row.refresh_from_db()
    assert (row.needs, row.needs_purge_on) == ("", None)


def test_old_news__is_not_mailed_late() -> None:
    occasion = training.occasion(capacity=2)
    gives_up, stays, late = (registered(occasion) for _number in range(3))
    moved_by(occasion, DAY)
    acting.cancel(gives_up.pk)
    arranging.cancel(occasion.pk, "För få anmälda", None)
    # Nothing has gone out until now: of all that happened, each is told what holds.
    mail.outbox.clear()
    mailing.deliver_waiting()
    subjects = {
        row: [one.subject for one in mail.outbox if one.to == [row.person.email]]
        for row in (gives_up, stays, late)
    }
    assert [len(found) for found in subjects.values()] == [1, 1, 1], subjects
    assert RegistrationNotice.objects.filter(sent_at=None).count() == 0


def test_given_up_and_taken_anew__a_late_letter_takes_no_place_out_of_a_calendar() -> None:
    """The letter of the cancelling could not be sent in time; the confirmation of the new registration was."""
    occasion, person = training.occasion(capacity=1), UserFactory()
    first = registered(occasion, person)
    told()
    acting.cancel(first.pk)
    late = RegistrationNotice.objects.get(sent_at=None)
    registered(occasion, person)
    assert mailing.deliver([RegistrationNotice.objects.latest("pk").pk]).done == 1
    assert not told() and RegistrationNotice.objects.filter(pk=late.pk, sent_at=None).count() == 0


def test_given_up_and_queued_anew__the_place_leaves_the_calendar_all_the_same() -> None:
    occasion, person = training.occasion(capacity=1), UserFactory()
    first = registered(occasion, person)
    told()
    registered(occasion)
    acting.cancel(first.pk)
    RegistrationNotice.objects.exclude(registration=first).update(sent_at=MONDAY)
    registered(occasion, person)
    RegistrationNotice.objects.exclude(registration=first).update(sent_at=MONDAY)
    assert "METHOD:CANCEL" in calendar_of(told()[person.email])


def test_queue_left_and_joined_anew__says_nothing_of_having_left() -> None:
    occasion, person = training.occasion(capacity=1), UserFactory()
    registered(occasion)
    acting.cancel(registered(occasion, person).pk)
    registered(occasion, person)
    mail.outbox.clear()
    mailing.deliver_waiting()
    assert sum(letter.to == [person.email] for letter in mail.outbox) == 1


def test_offer_that_ran_out__hears_of_a_cancelling_all_the_same() -> None:
    occasion = training.occasion(capacity=1)
    holder, asked = registered(occasion), registered(occasion)
    acting.cancel(holder.pk)
    told()
    with clock.set_to(MONDAY + 3 * DAY):
        arranging.cancel(occasion.pk, "För få anmälda", None)
        assert asked.person.email in told()


def test_moved__an_offer_is_no_place_in_a_calendar_yet() -> None:
    occasion = training.occasion(capacity=1)
    holder, asked = registered(occasion), registered(occasion)
    acting.cancel(holder.pk)
    told()
    moved_by(occasion, DAY)
    letter = told()[asked.person.email]
    assert not letter.attachments
    assert address_of(Registration.objects.get(pk=asked.pk)) in letter.body


def test_letters__offer_only_what_can_be_done() -> None:
    """Three days, moved on the first: one was marked, one was not, one is still to come in the queue."""
    occasion = training.occasion(at="2026-03-03 09:00", capacity=2)
    begins = occasion.starts_at + 2 * DAY
    OccasionDay.objects.create(occasion=occasion, starts_at=begins, ends_at=begins + HOUR)
    keep(Occasion.objects.get(pk=occasion.pk))
    came, unmarked, waits = (registered(occasion) for _number in range(3))
    letters = told()
    assert all(address_of(row) in letters[row.person.email].body for row in (came, unmarked, waits))
    with clock.set_to(occasion.starts_at + HOUR):
        acting.mark(occasion.pk, came.pk, RegistrationState.ATTENDED)
        changed = Occasion.objects.get(pk=occasion.pk)
        first, last = changed.days.all()
        last.starts_at, last.ends_at = last.starts_at + DAY, last.ends_at + DAY
        changed.days = [first, last]
        keep(changed)
        letters = told()
        for row in (came, unmarked, waits):
            body = letters[row.person.email].body
            assert "/avboka/" not in body and "/anmal/" not in body, body
            link = address_of(Registration.objects.get(pk=row.pk)).partition("/utbildning/")[2]
            assert Client().get(f"/utbildning/{link}").status_code == 410
    # Moved ahead of now as a whole: whoever was marked came, and cannot cancel that.
    with clock.set_to(occasion.starts_at + HOUR):
        moved_by(occasion, 7 * DAY)
        letters = told()
        offers = {row.pk: "/avboka/" in letters[row.person.email].body for row in (came, unmarked, waits)}
        assert offers == {came.pk: False, unmarked.pk: True, waits.pk: True}


def test_offer_ran_out__nobody_is_said_to_have_got_the_place() -> None:
    occasion = training.occasion(capacity=1)
    holder, asked = registered(occasion), registered(occasion)
    acting.cancel(holder.pk)
    told()
    late = {}
    for name, change in (("anew", None), ("closed", {"deadline": MONDAY + DAY})):
        if change:
            Occasion.objects.update(**change)
            RegistrationNotice.objects.filter(kind="ran_out").update(sent_at=None, claimed_at=None)
        with clock.set_to(MONDAY + 3 * DAY):
            queue.move_up(occasion.pk)
            late[name] = told()[asked.person.email]
    with translation.override("sv"):
        anew = gettext("You can register anew if you still want to come.")
        over = gettext("The time to accept the place is over: %(course)s") % {"course": occasion.course.title}
    assert {letter.subject for letter in late.values()} == {over}
    assert (anew in late["anew"].body, "/anmal/" in late["anew"].body) == (True, True)
    assert (anew in late["closed"].body, "/anmal/" in late["closed"].body) == (False, False)
    assert all("till nästa i kön" not in letter.body for letter in late.values())


def test_moved_away__there_is_time_to_offer_what_is_free() -> None:
    occasion = training.occasion(capacity=1, at="2026-03-02 12:30")
    holder, waits = registered(occasion), registered(occasion)
    acting.cancel(holder.pk)
    waits.refresh_from_db()
    assert waits.state == RegistrationState.WAITING, "too late for offers"
    link = address_of(waits).partition("/utbildning/")[2]
    assert 'value="accept"' in Client().get(f"/utbildning/{link}").content.decode()
    moved_by(occasion, 30 * DAY)
    waits.refresh_from_db()
    assert waits.state == RegistrationState.OFFERED


def test_calendar__what_is_mailed_later_counts() -> None:
    """Of the same UID and SEQUENCE the later DTSTAMP holds, and a cancelling says who takes it back (RFC 5546)."""
    occasion, person = training.occasion(), UserFactory()
    first = registered(occasion, person)
    files = [calendar_of(told()[person.email])]
    with clock.set_to(MONDAY + HOUR):
        acting.cancel(first.pk)
        files.append(calendar_of(told()[person.email]))
    with clock.set_to(MONDAY + 2 * HOUR):
        registered(occasion, person)
        files.append(calendar_of(told()[person.email]))
    stamps = [next(line for line in file.splitlines() if line.startswith("DTSTAMP")) for file in files]
    assert stamps == sorted(set(stamps))
    assert [file.count("STATUS:CANCELLED") for file in files] == [0, 1, 0]
    assert all("ORGANIZER" in file for file in files)


def test_link__is_one_occasions_also_where_one_form_was_sent_to_two() -> None:
    person, first, second = (
        UserFactory(),
        training.occasion(),
        training.occasion(training.course("En annan kurs")),
    )
    token = registered(first, person).token
    other = acting.register(second.pk, person, token=token)[0]
    link = address_of(other).partition("/utbildning/")[2]
    Client().post(f"/utbildning/{link}", {"step": "cancel"})
    states = dict(Registration.objects.values_list("occasion", "state"))
    assert states == {first.pk: RegistrationState.CONFIRMED, second.pk: RegistrationState.CANCELLED}


def test_run__says_that_mail_could_not_be_sent(mail_sink: Any) -> None:
    row = registered(training.occasion())
    mail_sink.refuse(row.person.email)
    assert mailing.deliver_waiting().failed == 1
    mail_sink.refused.clear()
    assert (mailing.deliver_waiting().done, mailing.deliver_waiting().failed) == (1, 0)
