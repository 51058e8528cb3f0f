"""What can be done at an occasion as it stands now; nothing is changed here."""

from handslag import clock
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.kinds import RegistrationState
from training.registrations.refusals import (
    BegunError,
    CalledOffError,
    ClosedError,
    NotBegunError,
    NotHeldError,
    NotOpenYetError,
    RegistrationRefusedError,
)
from training.registrations.registration import Registration

CAME = (RegistrationState.ATTENDED, RegistrationState.ABSENT)


def refusal(occasion: Occasion) -> RegistrationRefusedError | None:
    """Why nobody new can register now; None: one can, perhaps for the queue."""
    now = clock.now()
    if occasion.state == OccasionState.CANCELLED:
        return CalledOffError()
    if occasion.state != OccasionState.OPEN:
        return NotOpenYetError()
    if occasion.starts_at is None or now >= occasion.starts_at:
        return BegunError()
    if occasion.opens_at is not None and now < occasion.opens_at:
        return NotOpenYetError(occasion.opens_at)
    if occasion.deadline is not None and now >= occasion.deadline:
        return ClosedError(occasion.deadline)
    return None


def unmarkable(occasion: Occasion) -> RegistrationRefusedError | None:
    """Why no attendance can be taken now."""
    if occasion.state == OccasionState.CANCELLED:
        return NotHeldError()
    if not has_begun(occasion) or occasion.state != OccasionState.OPEN:
        return NotBegunError()
    return None


def is_too_late(occasion: Occasion, row: Registration) -> bool:
    """To cancel: it has begun, also where it was moved after that, for whoever was marked."""
    return has_begun(occasion) or row.state in CAME


def has_begun(occasion: Occasion) -> bool:
    return occasion.starts_at is not None and clock.now() >= occasion.starts_at
