"""Who may know of a request: who asked, the forum, and a superuser in an emergency, which is logged."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet

from contacts.guidance.kinds import OPEN
from contacts.guidance.request import GuidanceRequest
from handslag import clock
from handslag.access.models import ReadLogEntry
from handslag.access.people import Person, has_role, is_break_glass, is_signed_in
from handslag.access.reading import record

FORUM = "forum"


def answers(user: Person) -> bool:
    return has_role(user, FORUM)


def sees_queue(user: Person) -> bool:
    return answers(user) or is_break_glass(user)


def sees_statistics(user: Person) -> bool:
    return has_role(user, FORUM, "coordinator", "auditor") or is_break_glass(user)


def members_of_forum() -> QuerySet[Any]:
    """Who can answer: an account that was closed or lost the role answers nobody."""
    return get_user_model()._default_manager.filter(is_active=True, groups__name=FORUM)


def with_taker(rows: QuerySet[GuidanceRequest]) -> QuerySet[GuidanceRequest]:
    """`has_taker`: somebody who can answer has it. Whoever left the forum is nobody."""
    return rows.annotate(has_taker=Exists(members_of_forum().filter(pk=OuterRef("assigned_to"))))


def known_to(user: Person) -> QuerySet[GuidanceRequest]:
    """The one answer to "which requests may this person know of"; read by `with_taker`."""
    rows = with_taker(GuidanceRequest.objects.all())
    if sees_queue(user):
        return rows
    return rows.filter(asked_by=user.pk) if is_signed_in(user) else rows.none()


def waiting_for_forum(user: Person) -> QuerySet[GuidanceRequest]:
    """Open ones that are not one's own question: nobody answers themselves."""
    rows = with_taker(GuidanceRequest.objects.filter(status__in=OPEN))
    return rows.exclude(Q(asked_by=user.pk))


def log_reading(user: Person, found: GuidanceRequest) -> None:
    """What others asked; one's own question is no restricted reading."""
    if found.asked_by_id != user.pk:
        record(user, ReadLogEntry.Kind.GUIDANCE, found.number, break_glass=not answers(user))


def log_emergency_list(user: Person, rows: Iterable[GuidanceRequest]) -> None:
    """A superuser without the role learns of requests already by the queue."""
    if answers(user):
        return
    now = clock.now()
    ReadLogEntry.objects.bulk_create(
        ReadLogEntry(
            user_id=user.pk,
            kind=ReadLogEntry.Kind.GUIDANCE,
            object_id=row.number,
            read_at=now,
            break_glass=True,
        )
        for row in rows
        if row.asked_by_id != user.pk
    )
