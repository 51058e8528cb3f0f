"""Leaving an opinion: only where the workflow's step says so, and never a condition of anything."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import Task

from handslag import clock
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from plan_pages.road.moving import NotAllowedError, require, require_seen
from plan_pages.road.opinion import Opinion, Stance
from plan_pages.road.rules import may
from plan_pages.road.table import Action


def is_on(matter: Matter) -> bool:
    """Of the step where the matter stands; off from the beginning (design: opinions)."""
    task = Task.objects.filter(task_states__workflowstate__matter=matter).first()
    return task is not None and bool(getattr(task.specific, "opinions", False))


def may_opine(user: Any, matter: Matter) -> bool:
    """The rule first: it costs no question where the answer is no."""
    return bool(may(user, Action.OPINE, matter)) and is_on(matter)


def opinions_of(matter: Matter) -> list[Opinion]:
    """Of this round, by name: a list to read, in no order of weight."""
    found = Opinion.objects.filter(matter=matter, meeting_round=matter.meeting_round)
    return list(found.select_related("member").order_by("member__name", "pk"))


def opine(matter: Matter, user: Any, stance: str, text: str, seen: str = "") -> Opinion:
    """Leave an opinion or put another in its place. Raises NotAllowedError, MovedOnError, ValidationError."""
    require(user, Action.OPINE, matter)
    if not is_on(matter):
        raise NotAllowedError(_("Opinions are not asked for here; say what you think in the meeting."))
    require_seen(matter, seen)
    if stance == Stance.ADVISES_AGAINST and not text.strip():
        raise ValidationError({"text": _("Say why you advise against the text.")})
    opinion = Opinion.objects.filter(matter=matter, meeting_round=matter.meeting_round, member=user).first()
    opinion = opinion or Opinion(matter=matter, meeting_round=matter.meeting_round, member=user)
    opinion.stance, opinion.text, opinion.at = stance, text.strip(), clock.now()
    opinion.full_clean(exclude=["matter", "member"])
    opinion.save()
    words = f"{capfirst(opinion.get_stance_display())}. {opinion.text}"
    tell(matter, EventKind.COMMENTED, user, text=words, opinion=stance)
    return opinion
