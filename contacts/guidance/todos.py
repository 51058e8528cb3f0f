"""Whose turn it is. Titles go out by mail and so say nothing of what was asked."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from contacts.guidance.kinds import Status
from contacts.guidance.request import GuidanceRequest
from contacts.guidance.rules import answers, waiting_for_forum
from handslag import clock
from handslag.access.people import Person, is_signed_in
from handslag.start.todos import Todo, TodoSource


def waiting_for_answer(user: Person) -> Iterator[Todo]:
    """To the forum: what nobody has taken or whoever took it has left, one's own, and what is late whoever has it."""
    if not answers(user):
        return
    mine = Q(has_taker=False) | Q(assigned_to=user.pk) | Q(reply_by__lt=clock.today())
    for found in waiting_for_forum(user).filter(mine).annotate(said=Count("messages")).order_by("reply_by"):
        title = _("Request for guidance %(number)d waits for an answer") % {"number": found.number}
        # Taken is no new thing to do; a follow-up question is.
        yield Todo(title, _address(found), due=found.reply_by, key=f"{found.pk} {found.said}")


def answer_came(user: Person) -> Iterator[Todo]:
    """To who asked: until they have said whether the answer was of use, or ask further."""
    if not is_signed_in(user):
        return
    rows = _answered().filter(asked_by=user.pk).annotate(said=Count("messages")).order_by("pk")
    for found in rows:
        title = _("Your request for guidance %(number)d is answered: read it, and say whether it helped")
        yield Todo(title % {"number": found.number}, _address(found), key=f"{found.pk} {found.said}")


def who_got_answers() -> QuerySet[Any]:
    return get_user_model()._default_manager.filter(pk__in=_answered().values("asked_by"))


def _answered() -> QuerySet[GuidanceRequest]:
    return GuidanceRequest.objects.filter(status=Status.ANSWERED, is_useful=None)


def _address(found: GuidanceRequest) -> str:
    return reverse("guidance:request", args=[found.number])


to_answer = TodoSource("guidance to give", waiting_for_answer, order=30)
answered = TodoSource("guidance given", answer_came, order=31, people=who_got_answers)
