"""Four requests of the demo's employee, one in each state; everything in them is made up."""

import datetime
import uuid
from typing import Any

from django.contrib.auth import get_user_model

from contacts.functions.function import Function
from contacts.guidance.kinds import Side, Situation, Status, Urgency
from contacts.guidance.removal import removal_day
from contacts.guidance.reply_time import reply_by
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.work_of_forum import ForumFunction
from handslag import clock

ASKER, FORUM = "medarbetare@handslag.test", "forum@handslag.test"

# Situation, urgency, status, days ago, question, what was said by whom.
REQUESTS: tuple[tuple[str, str, str, int, str, tuple[tuple[str, str], ...]], ...] = (
    (
        Situation.SYMBOLS,
        Urgency.WEEK,
        Status.NEW,
        0,
        "Det har dykt upp sifferkombinationer i klotter på en byggnad. Hur vet vi om de betyder något, och vem ska vi "
        "prata med innan vi tar bort det?",
        (),
    ),
    (
        Situation.PREMISES,
        Urgency.TODAY,
        Status.ASSIGNED,
        1,
        "En förening som vi inte känner till vill hyra en samlingssal. Vad får vi fråga om, och vad inte?",
        (),
    ),
    (
        Situation.EXPOSURE,
        Urgency.WEEK,
        Status.ANSWERED,
        9,
        "Hur ska en arbetsgrupp göra när flera fått otrevliga meddelanden efter ett beslut?",
        (
            (
                Side.FORUM,
                "Spara meddelandena, anmäl till arbetsgivaren och gör en tillbudsanmälan. Är det ett hot ska det "
                "polisanmälas; chefen gör anmälan tillsammans med er.",
            ),
        ),
    ),
    (
        Situation.INFORMATION,
        Urgency.NO_HURRY,
        Status.CLOSED,
        60,
        "Finns det ett kort material om källkritik som passar ett arbetsplatsmöte?",
        (
            (Side.FORUM, "Ja, det ligger under Utbildning. Räkna med en halvtimme."),
            (Side.REQUESTER, "Kan vi låna någon som leder samtalet?"),
            (Side.FORUM, "Ja, skriv till forumet några veckor i förväg."),
        ),
    ),
)


# Functions of the directory that answer in the forum, and what to ask them about.
FORUM_FUNCTIONS = (
    ("Kommunens samordnare", "Planen, rutiner och vem som gör vad"),
    ("Socialchef", "Oro för barn och unga, stöd till familjer"),
    ("Kommunpolis", "Hot, brott och polisanmälan"),
)


def load_forum() -> None:
    """Who answers, and requests."""
    for order, (name, knows_about) in enumerate(FORUM_FUNCTIONS, start=1):
        function = Function.objects.current().filter(name=name).order_by("pk").first()
        if function is not None:
            said = {"knows_about": knows_about, "order": order}
            ForumFunction.objects.get_or_create(function=function, defaults=said)
    load_requests()


def load_requests() -> None:
    """Nothing where the demo's accounts are missing, or where a request was loaded before."""
    people = {
        person.email: person for person in get_user_model()._default_manager.filter(email__in=(ASKER, FORUM))
    }
    if len(people) < len((ASKER, FORUM)):
        return
    for number, particulars in enumerate(REQUESTS):
        _load(uuid.uuid5(uuid.NAMESPACE_URL, f"handslag:vagledning:{number}"), people, *particulars)


def _load(
    token: uuid.UUID,
    people: dict[str, Any],
    situation: str,
    urgency: str,
    status: str,
    days: int,
    question: str,
    said: tuple[tuple[str, str], ...],
) -> None:
    asked_at = clock.now() - datetime.timedelta(days=days)
    found, is_new = GuidanceRequest.objects.get_or_create(
        asked_by=people[ASKER],
        token=token,
        defaults={
            "unit": getattr(people[ASKER], "unit", None),
            "situation": situation,
            "urgency": urgency,
            "question": question,
            "created_at": asked_at,
            "reply_by": reply_by(asked_at.date(), urgency),
            "status": status,
            "assigned_to": None if status == Status.NEW else people[FORUM],
            "answered_at": asked_at + datetime.timedelta(days=2) if said else None,
            "closed_at": asked_at + datetime.timedelta(days=20) if status == Status.CLOSED else None,
            "purge_on": removal_day() - datetime.timedelta(days=days - 20 if status == Status.CLOSED else 0),
            "is_useful": True if status == Status.CLOSED else None,
        },
    )
    if not is_new:
        return
    for day, (side, text) in enumerate(said, start=2):
        found.messages.create(side=side, text=text, created_at=asked_at + datetime.timedelta(days=day))
