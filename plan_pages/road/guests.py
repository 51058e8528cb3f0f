"""Inviting somebody from outside the preparatory group to review one matter (design: an outside reviewer)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from handslag.access.people import has_role
from plan_pages.road.authorship import authors_of
from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.moving import locked, require
from plan_pages.road.preparation import GuestReviewer
from plan_pages.road.rules import name_of
from plan_pages.road.table import RULES, Action


@transaction.atomic
def invite(matter: Matter, user: Any, account: Any) -> bool:
    """False: that person was invited already. Raises NotAllowedError, ValidationError for one who could not answer."""
    matter = locked(matter)
    require(user, Action.INVITE_REVIEWER, matter)
    if why_not := _why_not(matter, account):
        raise ValidationError(why_not % {"name": name_of(account)})
    _row, is_new = GuestReviewer.objects.get_or_create(matter=matter, user=account)
    if is_new:
        tell(matter, EventKind.REVIEWER_INVITED, user, invited=account.pk)
    return is_new


def _why_not(matter: Matter, account: Any) -> str:
    if not account.is_active:
        return _("The account of %(name)s is closed; choose somebody else.")
    if account.pk in authors_of(matter.series):
        return _("%(name)s changed this text, so somebody else reviews it.")
    if matter.stage == Stage.REVIEW and account.pk == matter.submitted_by_id:
        return _("%(name)s submitted this text, so somebody else reviews it.")
    if has_role(account, *RULES[Action.APPROVE].roles):
        return _("%(name)s is a reviewer already and needs no invitation.")
    return ""
