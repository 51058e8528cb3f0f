"""Where an occasion stands for somebody who wants to come, in a few words."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.templatetags.handslag_dates import in_words
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion


@dataclass(frozen=True)
class Standing:
    """`kind` as the component `status` knows it."""

    label: str
    kind: str


def standing(occasion: Occasion, now: datetime.datetime) -> Standing:
    """That it is cancelled or over comes before everything about places."""
    if occasion.state == OccasionState.CANCELLED:
        return Standing(pgettext("occasion", "Cancelled"), "error")
    if occasion.state == OccasionState.DRAFT:
        return Standing(_("Draft, seen by organisers only"), "neutral")
    if occasion.ends_at is not None and occasion.ends_at <= now:
        return Standing(pgettext("occasion", "Held"), "neutral")
    if occasion.starts_at is not None and occasion.starts_at <= now:
        return Standing(pgettext("occasion", "Under way"), "info")
    return _registration(occasion, now)


def _registration(occasion: Occasion, now: datetime.datetime) -> Standing:
    if occasion.deadline is not None and occasion.deadline <= now:
        return Standing(_("Registration is closed"), "neutral")
    if occasion.opens_at is not None and occasion.opens_at > now:
        day = in_words(occasion.opens_at)
        return Standing(_("Registration opens on %(day)s") % {"day": day}, "waiting")
    if occasion.free <= 0:
        return Standing(_("Full, join the waiting list"), "warning")
    left = ngettext("%(number)d place left", "%(number)d places left", occasion.free)
    return Standing(left % {"number": occasion.free}, "success")
