"""The referral as the road sees it: is one needed, and is it over?"""

from typing import Any

from django.core.exceptions import ValidationError

from plan_pages.road.event import EventKind, tell
from plan_pages.road.matter import Matter
from plan_pages.road.moving import require
from plan_pages.road.referral.sending import end
from plan_pages.road.referral.standing import (
    latest_round,
    missing_of_referral,
    missing_of_round,
    open_round_of,
)
from plan_pages.road.table import Action


def is_needed(matter: Matter) -> bool:
    """Once per matter: a text changed after its referral goes straight on, unless an editor chose to send it out again.
    A round that is still open is completed first, whatever was chosen since."""
    latest = latest_round(matter)
    if latest is not None and not latest.is_closed:
        return latest.goes_out_again or bool(missing_of_round(latest))
    if matter.asks_referral is False:
        return False
    return latest is None or latest.goes_out_again


def pass_by(matter: Matter, user: Any) -> None:
    """The step is skipped; a round whose replies are all handled ends with it."""
    standing = open_round_of(matter)
    if standing is not None:
        end(standing, None)
    else:
        _tell_none(matter, user)


def close(matter: Matter, user: Any) -> None:
    """`matter` is locked. Raises NotAllowedError, ValidationError naming what is missing."""
    require(user, Action.CLOSE_REFERRAL, matter)
    if lacking := missing_of_referral(matter):
        raise ValidationError(lacking)
    standing = open_round_of(matter)
    if standing is not None:
        end(standing, user)
    else:
        _tell_none(matter, user)


def _tell_none(matter: Matter, user: Any) -> None:
    latest = latest_round(matter)
    if matter.asks_referral is False or latest is None:
        tell(matter, EventKind.NO_REFERRAL, user, text=matter.no_referral_reason)
    else:
        tell(matter, EventKind.NO_REFERRAL, user, earlier_round=latest.pk)
