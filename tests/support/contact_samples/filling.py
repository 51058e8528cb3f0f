"""So and so many rows of each kind that the contacts list, written past the models: only their number matters."""

import datetime
import uuid
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import MeetingState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration.question import OpenQuestion
from contacts.dialogue.entry_page import DialogueEntryPage
from contacts.dialogue.kinds import ROLE, MatterKind
from contacts.dialogue.log_page import DialogueLogPage
from contacts.dialogue.participant import DialogueParticipant
from contacts.functions.function import Function
from contacts.functions.holding import Holding
from contacts.functions.person import ContactPerson
from contacts.guidance.kinds import Situation, Status, Urgency
from contacts.guidance.request import GuidanceRequest
from contacts.organisations.kinds import OrganisationKind
from contacts.organisations.organisation import Organisation
from handslag import clock
from handslag.access.audiences import Audience
from handslag.access.models import AccessRule, ReadLogEntry

AT_A_TIME = 2_000
KINDS = list(OrganisationKind)
# Ten years of meetings and conversations.
DAYS = 3_650
MOST_WORK = 1_000


@transaction.atomic
def fill(first: int, end: int, reader: Any) -> None:
    """Rows number `first` up to `end` of each kind, about `reader` where they name an account."""
    numbers = range(first, end)
    organisations = _directory(numbers)
    _meetings(numbers, organisations)
    _entries(numbers, organisations)
    _questions(numbers)
    _requests(numbers, reader)
    ReadLogEntry.objects.bulk_create(
        (ReadLogEntry(user=reader, kind="page", object_id=number) for number in numbers), AT_A_TIME
    )


def _directory(numbers: range) -> list[Organisation]:
    organisations = Organisation.objects.bulk_create(
        (
            Organisation(
                name=f"Organisation {number:06}",
                name_key=f"organisation {number:06}",
                kind=KINDS[number % len(KINDS)],
                works_universal=bool(number % 2),
                works_selective=bool(number % 3),
            )
            for number in numbers
        ),
        AT_A_TIME,
    )
    functions = Function.objects.bulk_create(
        (
            Function(
                name=f"Funktion {number:06}", name_key=f"funktion {number:06}", organisation=organisation
            )
            for number, organisation in zip(numbers, organisations, strict=True)
        ),
        AT_A_TIME,
    )
    day = clock.today()
    people = ContactPerson.objects.bulk_create(
        (ContactPerson(name=f"Kim Exempel {number}", agreed_on=day) for number in numbers), AT_A_TIME
    )
    held = (
        Holding(function=one, person=who, since=day)
        for one, who in zip(functions[::2], people[::2], strict=True)
    )
    Holding.objects.bulk_create(held, AT_A_TIME)
    return organisations


def _meetings(numbers: range, organisations: list[Organisation]) -> None:
    bodies = list(BodyPage.objects.filter(locale__language_code="sv").order_by("pk"))
    now = clock.now()
    pages = [
        page
        for place, body in enumerate(bodies)
        for page in _below(body, MeetingPage, [one for one in numbers if one % len(bodies) == place])
    ]
    for number, page in zip(numbers, pages, strict=True):
        at = now - datetime.timedelta(days=number * 7 % DAYS - 60)
        meeting = MeetingPage(
            page_ptr_id=page.pk,
            starts_at=at,
            state=MeetingState.PLANNED if at > now else MeetingState.HELD,
        )
        meeting.save_base(raw=True, force_insert=True)
    through = MeetingPage.organisations.through
    through.objects.bulk_create(
        (
            through(meetingpage_id=page.pk, organisation_id=one.pk)
            for page, one in zip(pages, organisations, strict=True)
        ),
        AT_A_TIME,
    )
    MeetingFollowUp.objects.bulk_create(
        (MeetingFollowUp(meeting_id=page.pk, text="Beslut", sort_order=0) for page in pages), AT_A_TIME
    )
    Observation.objects.bulk_create(
        (Observation(meeting_id=page.pk, text="Trasig belysning", sort_order=0) for page in pages[::2]),
        AT_A_TIME,
    )
    _work(bodies[-1], len(numbers))


def _work(body: BodyPage, number: int) -> None:
    """Tasks and vacant seats, as many as all bodies of a county may have; the page of this one is no list."""
    number = min(number, MOST_WORK)
    vacant = Function.objects.filter(holdings=None).order_by("-pk")[:number]
    Seat.objects.bulk_create((Seat(body=body, function=one, sort_order=0) for one in vacant), AT_A_TIME)
    given = clock.today() - datetime.timedelta(days=DAYS)
    MandateTask.objects.bulk_create(
        (MandateTask(body=body, text="Uppdrag", given_on=given, sort_order=0) for _one in range(number)),
        AT_A_TIME,
    )


def _entries(numbers: range, organisations: list[Organisation]) -> None:
    """One in four is an exposure matter; a hundred organisations take part in turns."""
    log = DialogueLogPage.objects.filter(locale__language_code="sv").first()
    if log is None:
        return
    pages = _below(log, DialogueEntryPage, list(numbers))
    today = clock.today()
    closed = []
    for number, page in zip(numbers, pages, strict=True):
        kind = MatterKind.CONSULTATION if number % 4 else MatterKind.EXPOSURE
        day = today - datetime.timedelta(days=number * 7 % DAYS)
        entry = DialogueEntryPage(page_ptr_id=page.pk, date=day, kind=kind, agreed="Att ses igen.")
        entry.save_base(raw=True, force_insert=True)
        if kind == MatterKind.EXPOSURE:
            closed.append(AccessRule(page_id=page.pk, audience=Audience.RESTRICTED))
    rules = AccessRule.objects.bulk_create(closed, AT_A_TIME)
    role, through = Group.objects.get_or_create(name=ROLE)[0], AccessRule.roles.through
    through.objects.bulk_create(
        (through(accessrule_id=rule.pk, group_id=role.pk) for rule in rules), AT_A_TIME
    )
    DialogueParticipant.objects.bulk_create(
        (
            DialogueParticipant(
                page_id=page.pk,
                organisation=organisations[number % min(100, len(organisations))],
                sort_order=0,
            )
            for number, page in enumerate(pages)
        ),
        AT_A_TIME,
    )


def _below(parent: Any, model: Any, numbers: list[int]) -> list[Page]:
    """The rows of `Page`; those of the model come after."""
    parent.refresh_from_db()
    begins = parent.numchild
    kind = ContentType.objects.get_for_model(model)
    pages = Page.objects.bulk_create(
        (
            Page(
                title=f"Sida {number:06}",
                draft_title=f"Sida {number:06}",
                slug=f"sida-{number:06}",
                url_path=f"{parent.url_path}sida-{number:06}/",
                # Well behind what the demo has there.
                path=model._get_path(parent.path, parent.depth + 1, 1_000 + number),
                depth=parent.depth + 1,
                numchild=0,
                content_type=kind,
                locale_id=parent.locale_id,
                translation_key=uuid.uuid4(),
                live=True,
                first_published_at=clock.now(),
            )
            for number in numbers
        ),
        AT_A_TIME,
    )
    Page.objects.filter(pk=parent.pk).update(numchild=begins + len(numbers))
    return pages


def _questions(numbers: range) -> None:
    day = clock.today()
    OpenQuestion.objects.bulk_create(
        (
            OpenQuestion(question=f"Fråga {number}?", asked_on=day - datetime.timedelta(days=number % DAYS))
            for number in numbers
        ),
        AT_A_TIME,
    )


def _requests(numbers: range, reader: Any) -> None:
    """One in five waits for the forum."""
    today, now = clock.today(), clock.now()
    states: list[dict[str, Any]] = [
        {"status": Status.NEW},
        *([{"status": Status.ANSWERED, "answered_at": now}] * 2),
        *([{"status": Status.CLOSED, "closed_at": now, "answered_at": now, "purge_on": today}] * 2),
    ]
    GuidanceRequest.objects.bulk_create(
        (
            GuidanceRequest(
                number=10**9 + number,
                asked_by=reader,
                situation=Situation.OTHER,
                urgency=Urgency.WEEK,
                question="Hur gör vi?",
                reply_by=today + datetime.timedelta(days=number % 60 - 30),
                **states[number % len(states)],
            )
            for number in numbers
        ),
        AT_A_TIME,
    )
