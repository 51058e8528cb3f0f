"""Proposals that wait stand on the start page of those who may answer them now, as one thing to do."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import ngettext

from handslag.access.people import Person
from handslag.start.todos import Todo
from plan_pages.proposals.answering import may_answer
from plan_pages.proposals.standing import waiting
from plan_pages.road.matter import Stage
from plan_pages.road.table import RULES, Action

_SHUT = [stage for stage in Stage if stage not in (*RULES[Action.PREPARE].stages, Stage.CLOSED)]


def waiting_for(user: Person) -> Iterator[Todo]:
    """Nothing while the matter is with the board: then nobody can answer."""
    if not may_answer(user):
        return
    count = waiting().exclude(series__matters__stage__in=_SHUT).count()
    if count:
        yield Todo(
            ngettext(
                "A proposal to revise the plan waits for an answer",
                "%(count)d proposals to revise the plan wait for an answer",
                count,
            )
            % {"count": count},
            reverse("decisions:proposals"),
        )
