"""Whom a helpline may be shown to, and who keeps it. Asked everywhere; the database's form is `verified(day)`."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.helplines import expiry
from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import particulars_of
from handslag.access.people import Person, has_role, is_break_glass

KEEPERS = ("coordinator",)


class Standing(models.TextChoices):
    SHOWN = "shown", _("verified")
    EXPIRED = "expired", _("verified too long ago")
    UNVERIFIED = "unverified", _("not verified")
    ENDED = "ended", _("ended")


def standing(helpline: Helpline, day: datetime.date) -> Standing:
    """What was changed since it was verified is not verified, by whatever road it was changed."""
    if helpline.ended_on is not None and helpline.ended_on <= day:
        return Standing.ENDED
    verified_on = helpline.verified_on
    if verified_on is None or verified_on > day or helpline.verified_as != particulars_of(helpline):
        return Standing.UNVERIFIED
    return Standing.SHOWN if day <= expiry.last_day(verified_on) else Standing.EXPIRED


def is_shown_to_public(helpline: Helpline, day: datetime.date) -> bool:
    """The one decision: hidden when unverified, expired, ended or changed (harm 5)."""
    return standing(helpline, day) == Standing.SHOWN


def shown_until(helpline: Helpline) -> datetime.date | None:
    """The last day on which it may be shown, as it stands now; None: nobody has verified it."""
    if helpline.verified_on is None:
        return None
    days = [expiry.last_day(helpline.verified_on)]
    if helpline.ended_on is not None:
        days.append(helpline.ended_on - datetime.timedelta(days=1))
    return min(days)


def is_keeper(user: Person) -> bool:
    return is_break_glass(user) or has_role(user, *KEEPERS)
