"""Writing, renewing and withdrawing invitations. Mail goes out after the transaction, by accounts.invitations.tasks."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from accounts.invitation import VALID_FOR, Invitation
from accounts.invitations.granting import ALWAYS, Inviter, may_invite, refused_roles
from accounts.invitations.tasks import mail_invitations
from accounts.roles import titles
from accounts.user import User
from handslag import clock
from handslag.access.secret_keys import digest_of_secret, new_secret
from handslag.places.models import Municipality, Unit

logger = logging.getLogger("accounts")


@dataclass(frozen=True)
class Invitee:
    """`email` in lower case; `roles` are names of the table of roles."""

    email: str
    name: str = ""
    roles: frozenset[str] = frozenset()
    municipality: Municipality | None = None
    unit: Unit | None = None


def invite(inviter: Inviter, invitee: Invitee) -> Invitation:
    """Write one invitation and mail it after commit.

    Raises PermissionDenied where the inviter may not invite, ValidationError with a sentence for anything else.
    """
    return invite_all(inviter, [invitee])[0]


def invite_all(inviter: Inviter, invitees: Sequence[Invitee]) -> list[Invitation]:
    """All or none; the mails go out together."""
    with transaction.atomic():
        written = [_write(inviter, invitee) for invitee in invitees]
        _mail_after_commit(written)
    return written


def resend(inviter: Inviter, invitation: Invitation) -> None:
    """A new link and fourteen new days; the old link ends. Whoever resends answers for the roles."""
    with transaction.atomic():
        row = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if row.accepted_at is not None:
            raise ValidationError(_("This invitation has been accepted; there is nothing to send."))
        _check_inviter(inviter, frozenset(row.roles.values_list("name", flat=True)))
        _check_no_account(row.email)
        _renew(row, inviter)
        row.save()
        log(row, "accounts.resend", user=inviter)
        _mail_after_commit([row])


def withdraw(inviter: Inviter, invitation: Invitation) -> None:
    """The row goes, and with it the link and the address of somebody who never came."""
    if not may_invite(inviter):
        raise PermissionDenied
    with transaction.atomic():
        row = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if row.accepted_at is not None:
            raise ValidationError(_("This invitation has been accepted; deactivate the account instead."))
        log(row, "accounts.withdraw", user=inviter)
        logger.info("Invitation %s was withdrawn by account %s", row.pk, _id(inviter))
        row.delete()


def _write(inviter: Inviter, invitee: Invitee) -> Invitation:
    roles = invitee.roles | {ALWAYS}
    _check_inviter(inviter, roles)
    _check_places(invitee)
    email = invitee.email.strip().lower()
    validate_email(email)
    _check_no_account(email)
    # An invitation that ran out is renewed: an address has at most one that is not accepted. It is looked at under
    # its lock, or one written meanwhile would pass for one that ran out.
    row = Invitation.objects.select_for_update().filter(email__iexact=email, accepted_at=None).first()
    if row is not None and row.expires_at > clock.now():
        raise _already_invited()
    row = row or Invitation(email=email)
    row.name, row.municipality, row.unit = invitee.name.strip(), invitee.municipality, invitee.unit
    _renew(row, inviter)
    row.full_clean(validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise _already_invited() from error
    row.roles.set(_groups(roles))
    log(row, "accounts.invite", user=inviter, data={"roles": sorted(roles)})
    logger.info(
        "Account %s wrote invitation %s with roles %s", _id(inviter), row.pk, ", ".join(sorted(roles))
    )
    return row


def _renew(row: Invitation, inviter: Inviter) -> None:
    """The digest of a key that nobody has: the real one is made when the mail is written."""
    row.key_digest = digest_of_secret(new_secret())
    row.created_at = clock.now()
    row.expires_at = clock.now() + VALID_FOR
    row.sent_at = None
    row.invited_by_id = _id(inviter)


def _check_inviter(inviter: Inviter, roles: frozenset[str]) -> None:
    if not may_invite(inviter):
        raise PermissionDenied
    if refused := refused_roles(inviter, roles):
        raise ValidationError(
            _("You may not give the role %(roles)s; ask an administrator to do it.")
            % {"roles": ", ".join(titles(refused))},
            code="role",
        )


def _check_places(invitee: Invitee) -> None:
    unit, municipality = invitee.unit, invitee.municipality
    if unit is not None and (municipality is None or unit.municipality_id != municipality.pk):
        raise ValidationError(
            _("The unit “%(unit)s” does not belong to the municipality; choose one of its units.")
            % {"unit": unit.name},
            code="unit",
        )


def _check_no_account(email: str) -> None:
    account = User.objects.filter(email=email).first()
    if account is not None and account.is_active:
        raise ValidationError(_("There is already an account with this e-mail address."), code="account")
    if account is not None:
        raise ValidationError(
            _(
                "The account with this e-mail address is deactivated; ask an administrator to activate it again."
            ),
            code="account",
        )


def _already_invited() -> ValidationError:
    return ValidationError(
        _("This address already has an open invitation; resend or withdraw that one."), code="invited"
    )


def _groups(names: frozenset[str]) -> list[Group]:
    return [Group.objects.get_or_create(name=name)[0] for name in names]


def _mail_after_commit(rows: list[Invitation]) -> None:
    transaction.on_commit(partial(mail_invitations.enqueue, [row.pk for row in rows]))


def _id(inviter: Inviter) -> int | None:
    return None if inviter is None else inviter.pk
