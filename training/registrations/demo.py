"""The demo's registrations: a full occasion with a queue, one with places, one held where people came."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from handslag import clock
from training.managers.manager import UnitManager
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.registrations.kinds import HOLDS_A_PLACE, RegistrationState
from training.registrations.registration import Registration

STAFF = "medarbetare@handslag.test"
COORDINATOR = "samordnare@handslag.test"


def load_registrations() -> None:
    """Nothing without occasions or accounts, or where somebody has registered already."""
    model = get_user_model()
    accounts = model._default_manager.filter(
        email__endswith="@handslag.test", is_active=True, is_superuser=False
    )
    people = {person.email: person for person in accounts.order_by("pk")}
    if STAFF not in people or Registration.objects.exists():
        return
    others = [person for email, person in people.items() if email not in (STAFF, COORDINATOR)]
    staff = people[STAFF]
    announced = Occasion.objects.filter(state=OccasionState.OPEN)
    ahead = list(announced.filter(starts_at__gt=clock.now()).order_by("capacity", "starts_at"))
    past = list(announced.filter(ends_at__lt=clock.now()).order_by("-starts_at"))
    if ahead:
        smallest, *roomy = ahead
        _fill(smallest, [*others, staff])
        # One ahead is left for the member of staff to book.
        for occasion, some in zip(roomy, ([staff, *others[:2]], others[:3]), strict=False):
            _fill(occasion, some[: max(1, occasion.capacity - 1)])
    for occasion in past[:2]:
        _hold(occasion, [staff, *others])
    if getattr(staff, "unit", None) is not None and COORDINATOR in people:
        UnitManager.objects.get_or_create(unit=staff.unit, person=people[COORDINATOR])


@transaction.atomic
def _fill(occasion: Occasion, people: list[Any]) -> None:
    for person in people:
        has_place = occasion.free > 0
        _write(occasion, person, RegistrationState.CONFIRMED if has_place else RegistrationState.WAITING)


@transaction.atomic
def _hold(occasion: Occasion, people: list[Any]) -> None:
    for number, person in enumerate(people[: occasion.free]):
        # Somebody is always ill.
        _write(occasion, person, RegistrationState.ABSENT if number == 3 else RegistrationState.ATTENDED)


def _write(occasion: Occasion, person: Any, state: RegistrationState) -> None:
    """Without mails: the demo's mailbox shows those that a visitor causes."""
    if state in HOLDS_A_PLACE:
        occasion.taken += 1
        occasion.save(update_fields=["taken"])
    Registration.objects.create(
        occasion=occasion, person=person, unit=getattr(person, "unit", None), state=state
    )
