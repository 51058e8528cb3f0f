"""The demo's bodies and meetings; what is there stays as somebody may have changed it."""

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import override
from wagtail.documents import get_document_model
from wagtail.models import Page

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import BodyKind, MeetingKind, MeetingState, Standing, TaskState
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.bodies.seat import Seat
from contacts.collaboration import demo_texts
from contacts.collaboration.demo_directory import FUNCTIONS, ORGANISATIONS, function, organisation
from contacts.collaboration.index import CollaborationIndexPage
from contacts.collaboration.question import OpenQuestion
from handslag import clock
from handslag.demo.sections import load_section
from handslag.places.models import Municipality

# Another municipality with a council of its own; code and name.
NEIGHBOUR = ("9902", "Lillsjö kommun")


def load_collaboration() -> None:
    load_section(CollaborationIndexPage, demo_texts.SECTION)
    with override("sv"):
        _load(CollaborationIndexPage.objects.filter(locale__language_code="sv").first())


def _load(index: CollaborationIndexPage | None) -> None:
    if index is None or index.get_children().exists():
        return
    place = Municipality.objects.order_by("pk").first()
    at = {name: organisation(name, place) for name in ORGANISATIONS}
    seats = {name: function(name, place) for name in FUNCTIONS}
    council = _council(index, place, seats)
    partners = [
        at["Polisen, lokalpolisområde Norrmark"],
        at["Skolförvaltningen i Björkmark"],
        at["Socialförvaltningen i Björkmark"],
    ]
    for number, days in enumerate((150, 95), start=1):
        _meeting(council, number, -days, MeetingState.HELD, organisations=partners)
    _meeting(council, 3, -20, MeetingState.HELD, organisations=partners, minutes=_minutes())
    _meeting(council, 4, -50, MeetingState.CANCELLED)
    _meeting(council, 5, 25, MeetingState.PLANNED, place="Kommunhuset")
    _walk(council, seats["Beredskapssamordnare"])
    for title, slug, kind in (
        ("Styrgruppen", "styrgruppen", BodyKind.STEERING_GROUP),
        ("Konsultationsforum", "konsultationsforum", BodyKind.CONSULTATION_FORUM),
    ):
        body = _body(index, title, slug, kind, place)
        _meeting(body, 1, -30, MeetingState.HELD)
        _meeting(body, 2, 40, MeetingState.PLANNED)
    preparing = _body(index, "Beredningsgruppen", "beredningsgruppen", BodyKind.PREPARATORY_GROUP, place)
    _meeting(
        preparing,
        1,
        -12,
        MeetingState.HELD,
        follow_ups=[
            MeetingFollowUp(
                text="Fråga skolorna hur guiden används.",
                function=seats["Gymnasierektor"],
                due=clock.today() + datetime.timedelta(days=9),
            )
        ],
    )
    faith = _body(
        index, "Interreligiösa rådet", "interreligiosa-radet", BodyKind.INTERRELIGIOUS_COUNCIL, place
    )
    _meeting(faith, 1, -70, MeetingState.HELD, organisations=[at["Församlingen Ljuset"]])
    _meeting(faith, 2, -12, MeetingState.HELD, title="Höstmöte", organisations=[at["Församlingen Ljuset"]])
    series = _body(
        index,
        "Kontakter med Migrationsverket och asylboendet",
        "migrationsverket",
        BodyKind.CONTACT_SERIES,
        place,
        interval_days=90,
        counterparts=[at["Migrationsverket, boendeenheten i Norrmark"], at["Asylboendet Granliden"]],
    )
    _meeting(
        series, 1, -140, MeetingState.HELD, organisations=[at["Migrationsverket, boendeenheten i Norrmark"]]
    )
    _more_bodies(index, place, at)
    _question(at["Lillsjö kommun"])


def _more_bodies(index: Page, place: Municipality | None, at: dict[str, Any]) -> None:
    """The collaboration group of the plan's section 7, series that are in time, and a neighbour's council."""
    group = _body(index, "Samverkansgruppen", "samverkansgruppen", BodyKind.COLLABORATION_GROUP, place)
    _meeting(group, 1, -45, MeetingState.HELD, organisations=[at["Polisen, lokalpolisområde Norrmark"]])
    for title, slug, days, partner in (
        ("Kontakter med länsstyrelsen", "lansstyrelsen", 180, "Länsstyrelsen i Norrmarks län"),
        ("Möten med civilsamhället", "civilsamhallet", 120, "Föreningen Mötesplats Björkmark"),
    ):
        series = _body(
            index,
            title,
            slug,
            BodyKind.CONTACT_SERIES,
            place,
            interval_days=days,
            counterparts=[at[partner]],
        )
        _meeting(series, 1, -60, MeetingState.HELD, organisations=[at[partner]])
    if place is not None:
        neighbour = Municipality.objects.get_or_create(code=NEIGHBOUR[0], defaults={"name": NEIGHBOUR[1]})[0]
        theirs = _body(index, "Brå i Lillsjö", "bra-grannkommunen", BodyKind.COUNCIL, neighbour)
        for number, days in enumerate((-310, -220, -130, -40), start=1):
            _meeting(theirs, number, days, MeetingState.HELD)


def _minutes() -> Any:
    """A file of its own, with its own readers: here all staff."""
    file = ContentFile(demo_texts.MINUTES.encode(), "protokoll-bra.txt")
    documents: Any = get_document_model().objects
    return documents.create(title=demo_texts.MINUTES_TITLE, file=file)


def _council(index: Page, place: Municipality | None, seats: dict[str, Any]) -> BodyPage:
    today = clock.today()
    return _body(
        index,
        "Brottsförebyggande rådet (Brå)",
        "bra",
        BodyKind.COUNCIL,
        place,
        mandate=demo_texts.COUNCIL_MANDATE,
        mandate_from=today.replace(year=today.year - 2, month=1, day=1),
        seats=[
            Seat(
                function=one,
                standing=Standing.INVITED if name == "Gymnasierektor" else Standing.STANDING,
                sort_order=number,
            )
            for number, (name, one) in enumerate(seats.items())
        ],
        mandate_tasks=[
            MandateTask(
                text="Hålla trygghetsvandringar",
                state=TaskState.UNDER_WAY,
                given_on=today - datetime.timedelta(days=600),
                last_activity_on=today - datetime.timedelta(days=80),
            ),
            MandateTask(
                text="Pröva nya former för möten med föreningslivet",
                given_on=today - datetime.timedelta(days=500),
                sort_order=1,
            ),
        ],
    )


def _walk(council: BodyPage, owner: Any) -> None:
    seen = clock.today() - datetime.timedelta(days=40)
    _meeting(
        council,
        6,
        -80,
        MeetingState.HELD,
        title="Trygghetsvandring i Norrby",
        kind=MeetingKind.SAFETY_WALK,
        area="Norrby",
        observations=[
            Observation(text=text, how=how, handled_on=seen if how else None, sort_order=number)
            for number, (text, how) in enumerate(demo_texts.WALK_OBSERVATIONS)
        ],
        follow_ups=[
            MeetingFollowUp(
                text="Beställa beskärning av buskaget.",
                function=owner,
                due=clock.today() - datetime.timedelta(days=5),
            )
        ],
    )


def _body(
    index: Page, title: str, slug: str, kind: BodyKind, place: Municipality | None, **fields: Any
) -> BodyPage:
    return _added(
        index, BodyPage(title=title, slug=slug, kind=kind, municipality=place, locale=index.locale), fields
    )


def _meeting(body: BodyPage, number: int, days: int, state: MeetingState, **fields: Any) -> MeetingPage:
    day = clock.today() + datetime.timedelta(days=days)
    starts_at = timezone.make_aware(datetime.datetime.combine(day, datetime.time(13)))
    page = MeetingPage(
        title=fields.pop("title", f"Möte {number}"),
        slug=f"mote-{number}",
        state=state,
        starts_at=starts_at,
        ends_at=starts_at + datetime.timedelta(hours=2),
        locale=body.locale,
    )
    return _added(body, page, fields)


def _added[P: Page](parent: Page, page: P, fields: dict[str, Any]) -> P:
    for name, value in fields.items():
        setattr(page, name, value)
    parent.add_child(instance=page)
    page.save_revision(clean=False).publish()
    return page


def _question(neighbour: Any) -> None:
    answered = clock.today() - datetime.timedelta(days=60)
    OpenQuestion.objects.get_or_create(
        question=demo_texts.QUESTION,
        defaults={
            "asked_of": neighbour,
            "asked_on": answered - datetime.timedelta(days=30),
            "answer": demo_texts.ANSWER,
            "answered_on": answered,
            "is_provisional": True,
            "revisit_on": clock.today() + datetime.timedelta(days=300),
        },
    )
