"""Needs as rows of a file: what the page shows to that reader."""

from django.utils import timezone
from django.utils.translation import gettext as _

from handslag.access.people import Person
from handslag.spreadsheets.writing import Cell
from training.catalogue.below import course_addresses
from training.needs.kinds import NeedState
from training.needs.need import TrainingNeed
from training.needs.rules import known_needs


def lines(user: Person) -> list[list[Cell]]:
    head: list[Cell] = [
        _("Unit"),
        _("Kind"),
        _("What is needed"),
        _("Urgency"),
        _("State"),
        _("Course that answers it"),
        _("Occasion"),
        _("Reason"),
        _("Entered on"),
        _("Entered by"),
    ]
    needs = list(known_needs(user))
    seen = course_addresses(user, (one.course_id for one in needs))
    return [head, *(_line(one, is_seen=one.course_id in seen) for one in needs)]


def _line(one: TrainingNeed, *, is_seen: bool) -> list[Cell]:
    """As the page says it: a course that the reader may not see is not named, nor when it is given."""
    course = one.course.title if one.course and is_seen else ""
    if one.course is None and one.state == NeedState.OPEN:
        course = _("need without course")
    begins = one.occasion.starts_at if one.occasion and is_seen else None
    return [
        one.unit.name,
        str(one.get_kind_display()),
        one.what,
        str(one.get_urgency_display()),
        str(one.get_state_display()),
        course,
        timezone.localtime(begins).date().isoformat() if begins else "",
        one.reason,
        timezone.localtime(one.created_at).date().isoformat(),
        _("suggested by an employee") if one.is_suggestion else _("manager or coordinator"),
    ]
