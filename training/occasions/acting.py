"""Announcing and cancelling an occasion; each holds its row, and others are told within the same transaction."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, log

from handslag import clock
from handslag.access.people import Person
from handslag.forms.moved_on import MovedOnError
from training.occasions.calendar_day import tell_calendars
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.signals import cancelled

ANNOUNCED, CANCELLED = "training.announced", "training.cancelled"


@transaction.atomic
def announce(pk: int, user: Person) -> Occasion:
    """From now on everybody sees it and may register. Raises MovedOnError, ValidationError."""
    occasion = locked(pk, OccasionState.DRAFT)
    if occasion.starts_at is None:
        raise ValidationError(_("Say when it is given first: an occasion without a day is not announced."))
    if occasion.starts_at <= clock.now():
        raise ValidationError(_("It begins on a day that has passed; choose days ahead, then announce it."))
    if not occasion.place and not occasion.link:
        raise ValidationError(
            _("Say where it is given first: an occasion is announced with a place, or a link to the meeting.")
        )
    if occasion.deadline is not None and occasion.deadline <= clock.now():
        raise ValidationError(
            _("The last moment to register has passed, so nobody could register; choose a later one first.")
        )
    course = occasion.course
    if course.replaced_by_id is not None:
        raise ValidationError(
            _("The course is replaced by “%(course)s”; announce an occasion of that one.")
            % {"course": course.replaced_by.title}
        )
    if not course.live:
        raise ValidationError(
            _("The course's page is not published; publish it, then announce the occasion.")
        )
    occasion.state, occasion.changed_at = OccasionState.OPEN, clock.now()
    occasion.save(update_fields=["state", "changed_at"])
    tell_calendars(occasion)
    log(instance=occasion, action=ANNOUNCED, user=user)
    return occasion


@transaction.atomic
def cancel(pk: int, reason: str, user: Person | None) -> Occasion:
    """Everybody registered is told why. Raises MovedOnError, PersonalDataFound."""
    occasion = locked(pk, OccasionState.OPEN)
    if occasion.ends_at is not None and occasion.ends_at <= clock.now():
        raise MovedOnError
    occasion.state, occasion.cancelled_because = OccasionState.CANCELLED, reason
    occasion.sequence += 1
    occasion.changed_at = clock.now()
    occasion.save(update_fields=["state", "cancelled_because", "sequence", "changed_at"])
    tell_calendars(occasion)
    cancelled.send(sender=Occasion, occasion=occasion)
    log(instance=occasion, action=CANCELLED, user=user)
    return occasion


def locked(pk: int, state: OccasionState) -> Occasion:
    occasion = Occasion.objects.select_for_update(of=("self",)).get(pk=pk)
    if occasion.state != state:
        raise MovedOnError
    return occasion


def name_actions(actions: LogActionRegistry) -> None:
    actions.register_action(ANNOUNCED, gettext_lazy("Announce"), gettext_lazy("Announced the occasion"))
    actions.register_action(
        CANCELLED, gettext_lazy("Cancel the occasion"), gettext_lazy("Cancelled the occasion")
    )


def connect() -> None:
    hooks.register("register_log_actions", name_actions)
