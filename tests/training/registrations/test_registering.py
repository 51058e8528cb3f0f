"""Registering as a person does it: one page, one mail, one registration, and a sentence for what cannot be."""

import datetime
import re
import uuid
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone, translation
from django.utils.translation import gettext

from handslag import clock
from handslag.places.models import Municipality, Unit
from tests.handslag.privacy.synthetic import NUMBER
from tests.support import training
from tests.support.factories import UserFactory
from tests.training.registrations.people import MINE, page_of, press, registered, signed_in
from training.models import Occasion, Registration
from training.occasions import acting as occasion_acting
from training.occasions.kinds import OccasionState
from training.occasions.saving import keep
from training.registrations import acting, forgetting, mailing
from training.registrations.kinds import RegistrationState
from training.registrations.notice import RegistrationNotice
from training.registrations.possible import refusal
from training.registrations.refusals import OfferRanOutError

pytestmark = pytest.mark.django_db

MONDAY = datetime.datetime(2026, 3, 2, 10, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def monday() -> Any:
    with clock.set_to(MONDAY):
        yield


def test_registering__from_page_to_mail_to_link(django_capture_on_commit_callbacks: Any) -> None:
    unit = Unit.objects.create(
        municipality=Municipality.objects.create(name="Sjövik", code="9901"), name="Strandskolan"
    )
    person = UserFactory(unit=unit, municipality=unit.municipality)
    occasion = training.occasion(training.course("Samtal som bär"), place="Rådhuset")
    client = signed_in(person)
    page = client.get(page_of(occasion)).content.decode()
    assert person.email in page and f'value="{unit.pk}" selected' in page
    form = {"token": uuid.uuid4(), "unit": unit.pk, "needs": "Hörslinga"}
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            assert client.post(page_of(occasion), form).status_code == 302
    row = Registration.objects.get()
    assert (row.state, row.unit, row.needs) == (RegistrationState.CONFIRMED, unit, "Hörslinga")
    assert row.needs_purge_on == datetime.date(2026, 3, 30)
    assert Occasion.objects.get().taken == 1
    [letter] = mail.outbox
    assert letter.to == [person.email] and "Samtal som bär" in letter.subject and "Rådhuset" in letter.body
    [attached] = letter.attachments
    file = client.get(f"/utbildning/tillfalle/{occasion.pk}/kalender.ics").content.decode()
    assert uid_of(attached.get_content()) == uid_of(file)
    link = re.search(r"http\S+(/utbildning/avboka/\S+)", letter.body)
    assert link
    from_link = signed_in(person)
    from_link.logout()
    assert from_link.get(link[1]).status_code == 200
    assert Registration.objects.get().state == RegistrationState.CONFIRMED, "GET only asks"
    with django_capture_on_commit_callbacks(execute=True):
        done = from_link.post(link[1], {"step": "cancel"}, follow=True)
    assert person.email not in done.content.decode() and str(person) not in done.content.decode()
    row.refresh_from_db()
    assert (row.state, row.needs, Occasion.objects.get().taken) == (RegistrationState.CANCELLED, "", 0)
    assert "METHOD:CANCEL" in mail.outbox[1].attachments[0].get_content()
    # The old form, sent once more from another tab, does not make the registration rise again.
    client.post(page_of(occasion), form)
    assert not Registration.objects.exclude(state=RegistrationState.CANCELLED).exists()
    client.post(page_of(occasion), {**form, "token": uuid.uuid4()})
    assert Registration.objects.count() == 2, "registering anew is a new row"


def uid_of(file: str) -> str:
    found = re.search(r"UID:(\S+)", file.replace("\r\n ", ""))
    assert found
    return found[1]


def test_registering__a_broken_token_counts_as_a_new_form() -> None:
    """Nobody sees the field, so nobody could mend it."""
    client, occasion = signed_in(UserFactory()), training.occasion()
    assert client.post(page_of(occasion), {"token": "trasig"}).status_code == 302
    assert Registration.objects.count() == 1


def test_registering__settles_first_what_was_due() -> None:
    """Nothing has run since: an offer that nobody took is no place lost, and nobody passes who waits."""
    first, asked, late = UserFactory(), UserFactory(), UserFactory()
    occasion = training.occasion(capacity=1)
    held = registered(occasion, first)
    offered = registered(occasion, asked)
    acting.cancel(held.pk)
    with clock.set_to(MONDAY + 3 * DAY):
        assert registered(occasion, late).state == RegistrationState.CONFIRMED
        offered.refresh_from_db()
        assert offered.state == RegistrationState.CANCELLED
        waits = registered(occasion, asked)
        # Room is made past everything that would say so.
        Occasion.objects.filter(pk=occasion.pk).update(capacity=2)
        assert registered(occasion, first).state == RegistrationState.WAITING
        waits.refresh_from_db()
        assert waits.state == RegistrationState.OFFERED


REFUSALS: dict[str, tuple[dict[str, Any], str]] = {
    "opens": ({"opens_at": MONDAY + 2 * DAY}, "opens on 4 March 2026 11:00"),
    "deadline": ({"deadline": MONDAY}, "closed on 2 March 2026 11:00"),
    "cancelled": ({"state": OccasionState.CANCELLED}, "occasion is cancelled"),
    "begun": ({"at": "2026-03-02 11:00"}, "has begun"),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_registering__is_refused_with_one_sentence_and_nothing_typed_is_lost(case: str) -> None:
    fields, sentence = REFUSALS[case]
    occasion = training.occasion(**fields)
    answer = signed_in(UserFactory()).post(page_of(occasion), {"token": uuid.uuid4(), "needs": "Teckentolk"})
    assert answer.status_code == 409 and "Teckentolk" in answer.content.decode()
    assert not Registration.objects.exists()
    with translation.override("en"):
        reason = refusal(Occasion.objects.get())
        assert reason is not None and sentence in reason.sentence


def test_registering__bad_input_changes_nothing() -> None:
    person, stranger, draft = UserFactory(), UserFactory(), training.occasion(state=OccasionState.DRAFT)
    occasion = training.occasion(draft.course)
    client = signed_in(person)
    for forged in (0, 999999, 10**30, draft.pk):
        assert client.post(f"/utbildning/tillfalle/{forged}/anmal/", {}).status_code == 404
    assert client.post(page_of(occasion), {"needs": NUMBER}).status_code == 422
    assert client.post(page_of(occasion), {"unit": "999999"}).status_code == 422
    assert not Registration.objects.exists()
    row = registered(occasion, stranger)
    for other in (row.pk, "x", "9" * 40, "9" * 5000, ""):
        assert client.post(MINE, {"registration": other, "step": "cancel"}).status_code == 404
    assert press(signed_in(stranger), row, "nonsense")
    row.refresh_from_db()
    assert row.state == RegistrationState.CONFIRMED
    unknown = client.get("/utbildning/avboka/finns-inte/")
    assert unknown.status_code == 404


def test_registering__on_both_sides_of_daylight_saving() -> None:
    """The deadline is a local moment: 23.59 on the day when clocks go forward, and the offer's hours are real hours."""
    deadline = timezone.make_aware(datetime.datetime.fromisoformat("2026-03-29 23:59"))
    occasion = training.occasion(at="2026-03-30 09:00", deadline=deadline, capacity=1)
    assert deadline.astimezone(datetime.UTC).hour == 21
    with clock.set_to(deadline - datetime.timedelta(minutes=1)):
        registered(occasion)
    with clock.set_to(deadline):
        assert refusal(occasion) is not None
    with clock.set_to(datetime.datetime(2026, 3, 27, 12, tzinfo=datetime.UTC)):
        second = registered(occasion)
        acting.cancel(Registration.objects.exclude(pk=second.pk).get().pk)
    second.refresh_from_db()
    # 67 hours are left to 7.00 UTC on the 30th: half of them.
    assert second.offer_until == datetime.datetime(2026, 3, 28, 21, 30, tzinfo=datetime.UTC)


def test_queue__the_next_is_offered_the_place_and_time_runs_out(
    django_capture_on_commit_callbacks: Any,
) -> None:
    occasion = training.occasion(capacity=1, at="2026-04-01 09:00")
    holder, late, third = registered(occasion), registered(occasion), registered(occasion)
    with django_capture_on_commit_callbacks(execute=True):
        press(signed_in(holder.person), holder, "cancel")
    late.refresh_from_db()
    assert late.state == RegistrationState.OFFERED and late.offer_until == MONDAY + 2 * DAY
    offer = next(letter for letter in mail.outbox if letter.to == [late.person.email])
    link = re.search(r"(/utbildning/avboka/\S+)", offer.body)
    assert link
    newcomer = registered(occasion)
    assert newcomer.state == RegistrationState.WAITING, "nobody passes the queue"
    with clock.set_to(MONDAY + 2 * DAY):
        # Nothing periodic has run: looking is enough.
        page = signed_in(late.person).post(link[1], {"step": "accept"}, follow=True)
        assert page.status_code == 200
        with translation.override("sv"):
            assert OfferRanOutError(may_register=True).sentence in page.content.decode()
            assert gettext("The registration is cancelled.") not in page.content.decode()
        late.refresh_from_db()
        third.refresh_from_db()
        assert (late.state, third.state) == (RegistrationState.CANCELLED, RegistrationState.OFFERED)
        press(signed_in(third.person), third, "accept")
        press(signed_in(third.person), third, "accept")
    third.refresh_from_db()
    assert third.state == RegistrationState.CONFIRMED
    assert Occasion.objects.get().taken == 1


def test_queue__in_the_last_hours_a_free_place_is_for_whoever_comes() -> None:
    occasion = training.occasion(capacity=1, at="2026-03-02 12:30")
    holder, waiting = registered(occasion), registered(occasion)
    acting.cancel(holder.pk)
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.WAITING
    press(signed_in(waiting.person), waiting, "accept")
    waiting.refresh_from_db()
    assert waiting.state == RegistrationState.CONFIRMED


def test_occasion__moved_and_cancelled_tells_everybody_who_is_concerned(
    django_capture_on_commit_callbacks: Any,
) -> None:
    occasion = training.occasion(capacity=1)
    holder, waiting, gone = registered(occasion, needs="Ramp"), registered(occasion), registered(occasion)
    acting.cancel(gone.pk)
    RegistrationNotice.objects.update(sent_at=MONDAY)
    with django_capture_on_commit_callbacks(execute=True):
        day = occasion.days.get()
        day.starts_at += 20 * DAY
        day.ends_at += 20 * DAY
        occasion.days = [day]
        keep(occasion)
    told = {letter.to[0]: letter for letter in mail.outbox}
    assert set(told) == {holder.person.email, waiting.person.email}
    assert "SEQUENCE:1" in told[holder.person.email].attachments[0].get_content()
    holder.refresh_from_db()
    assert holder.needs_purge_on == datetime.date(2026, 4, 19)
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        occasion_acting.cancel(occasion.pk, "Läraren är sjuk", UserFactory(roles=["coordinator"]))
    assert {letter.to[0] for letter in mail.outbox} == {holder.person.email, waiting.person.email}
    assert all("Läraren är sjuk" in letter.body for letter in mail.outbox)
    assert holder.occasion.registrations.filter(state=RegistrationState.CONFIRMED).exists(), "nothing is lost"


def test_mails__that_fail_are_sent_by_the_next_run(
    django_capture_on_commit_callbacks: Any, settings: Any, mail_sink: Any, caplog: Any
) -> None:
    occasion, person = training.occasion(), UserFactory()
    mail_sink.refuse(person.email)
    with django_capture_on_commit_callbacks(execute=True):
        registered(occasion, person)
    assert not mail_sink.messages and RegistrationNotice.objects.get().sent_at is None
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("training")]
    assert ours and not any(person.email in line for line in ours)
    mail_sink.refused.clear()
    assert mailing.deliver_waiting().done == 1
    assert mailing.deliver_waiting().done == 0
    assert [message["To"] for message in mail_sink.messages] == [person.email]


def test_time__takes_away_needs_persons_and_accounts() -> None:
    occasion = training.occasion(capacity=1)
    leaving, waiting = UserFactory(), UserFactory()
    row, next_one = registered(occasion, leaving, needs="Vegan"), registered(occasion, waiting, needs="Ramp")
    leaving.delete()
    row.refresh_from_db()
    next_one.refresh_from_db()
    assert (row.person, row.needs, row.state) == (None, "", RegistrationState.CANCELLED)
    assert next_one.state == RegistrationState.OFFERED and next_one.needs == "Ramp"
    with clock.set_to(MONDAY + 40 * DAY):
        assert forgetting.empty_needs() == 1
        assert forgetting.unlink_persons() == 0
    with clock.set_to(MONDAY + 365 * 5 * DAY + 30 * DAY):
        assert forgetting.unlink_persons() == 1
        assert forgetting.forget_notices() > 0
    assert Registration.objects.filter(person=None).count() == 2
