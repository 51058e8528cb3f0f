"""Confirming, returning and withdrawing a registration."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision

from handslag import clock
from handslag.places.models import Municipality
from handslag.reminders.soon import remind_soon
from plan_pages.documents.head import DecisionRecord
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import EditionKind, ParticipantRole
from plan_pages.registration.models import Registration, RegistrationState
from plan_pages.registration.rules import authors_of, may_confirm
from plan_pages.seal.sealing import Order, Participation, seal_edition


class RegistrationHasMovedOnError(ValidationError):
    """Somebody answered, or changed the text, after the page was opened."""


@transaction.atomic
def confirm(registration: Registration, user: Any, compared: int) -> Edition:
    """Seal the revision that was compared. Raises PermissionDenied for one of its authors,
    RegistrationHasMovedOnError where the draft is another by now."""
    registration = _locked(registration)
    if not (answer := may_confirm(user, registration)):
        raise PermissionDenied(answer.why_not)
    revision = latest(registration)
    if revision.pk != compared:
        raise RegistrationHasMovedOnError(
            _("The text was changed after you opened this page; compare it once more and confirm then.")
        )
    authors = authors_of(registration)
    edition = seal_edition(
        Order(
            series=registration.series,
            kind=EditionKind.REGISTERED,
            revision=revision,
            decisions=[_row(record) for record in records_of(registration)],
            participants=[
                *(Participation(author, ParticipantRole.REGISTRAR) for author in sorted(authors)),
                Participation(user.pk, ParticipantRole.CONFIRMER),
            ],
            sealed_by=user,
        )
    )
    registration.revision = revision
    registration.edition = edition
    _answer(registration, user, RegistrationState.CONFIRMED)
    return edition


@transaction.atomic
def give_back(registration: Registration, user: Any, note: str) -> None:
    """Not the same: the one who imported it reads why and imports or corrects it. The draft stays."""
    registration = _locked(registration)
    if not (answer := may_confirm(user, registration)):
        raise PermissionDenied(answer.why_not)
    if not note.strip():
        raise ValidationError(_("Say what differs, so that it can be corrected."))
    registration.note = note.strip()
    _answer(registration, user, RegistrationState.RETURNED)


@transaction.atomic
def withdraw(registration: Registration, user: Any) -> None:
    """By one of its authors; the draft stays."""
    registration = _locked(registration)
    if user.pk not in authors_of(registration):
        raise PermissionDenied(_("Only who imported the plan can withdraw the registration."))
    _answer(registration, user, RegistrationState.WITHDRAWN)


def records_of(registration: Registration) -> list[DecisionRecord]:
    return [DecisionRecord.model_validate(content) for content in registration.decisions]


def latest(registration: Registration) -> Revision:
    """The draft as it is now: what was corrected after the import is what is compared."""
    page = registration.revision.content_object
    return Revision.objects.get(pk=page.latest_revision_id)


def _locked(registration: Registration) -> Registration:
    """Raises RegistrationHasMovedOnError where somebody was faster."""
    found = Registration.objects.select_for_update().get(pk=registration.pk)
    if found.state != RegistrationState.WAITING:
        raise RegistrationHasMovedOnError(
            _("This registration has been answered already; nothing was changed.")
        )
    return found


def _answer(registration: Registration, user: Any, state: RegistrationState) -> None:
    registration.state = state
    registration.answered_by, registration.answered_at = user, clock.now()
    registration.save()
    remind_soon()


def _row(record: DecisionRecord) -> Decision:
    values = record.model_dump(exclude={"municipality", "minutes_sha256"})
    place = Municipality.objects.get(code=record.municipality.code)
    return Decision(municipality=place, before_handslag=True, **values)
