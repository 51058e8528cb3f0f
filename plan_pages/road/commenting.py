"""Comments on a matter: kept with its history, whole or on one section."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from plan_pages.road.event import EventKind, RoadEvent, tell
from plan_pages.road.matter import Matter
from plan_pages.road.moving import locked, require
from plan_pages.road.table import Action


@transaction.atomic
def comment(matter: Matter, user: Any, text: str, section: str = "") -> RoadEvent:
    """`section` is an id, "" for the whole. Raises NotAllowedError, ValidationError, PersonalDataFound."""
    matter = locked(matter)
    require(user, Action.COMMENT, matter)
    if not text.strip():
        raise ValidationError(_("Write what you want to say."))
    latest = matter.events.filter(kind=EventKind.COMMENTED, actor=user).last()
    if latest is not None and (latest.text, latest.section) == (text.strip(), section):
        return latest  # sent twice
    return tell(matter, EventKind.COMMENTED, user, text=text, section=section)
