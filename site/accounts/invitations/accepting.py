"""Turning an invitation into an account, once."""

import logging

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from accounts.invitation import Invitation
from accounts.invitations.granting import refused_roles
from accounts.user import User
from handslag import clock
from handslag.access.secret_keys import digest_of_secret

logger = logging.getLogger("accounts")


class InvitationEndedError(Exception):
    """Used, withdrawn, too old, unknown, or its inviter may not invite any more: strangers are not told which."""


def find_open(key: str) -> Invitation:
    """Raises InvitationEndedError."""
    row = (
        Invitation.objects.filter(
            key_digest=digest_of_secret(key), accepted_at=None, expires_at__gt=clock.now()
        )
        .select_related("invited_by", "municipality", "unit")
        .first()
    )
    if row is None or not _still_holds(row):
        raise InvitationEndedError
    return row


def accept(key: str, *, name: str, password: str) -> User:
    """An account with the invitation's roles and places. Raises InvitationEndedError, also for whoever comes second."""
    row = find_open(key)
    try:
        with transaction.atomic():
            # The one place where two at once are told apart, on every database.
            now = clock.now()
            if not Invitation.objects.filter(
                pk=row.pk, accepted_at=None, key_digest=digest_of_secret(key)
            ).update(accepted_at=now):
                raise InvitationEndedError
            user = User.objects.create_user(
                row.email, password, name=name, municipality=row.municipality, unit=row.unit
            )
            user.groups.set(row.roles.all())
    except IntegrityError as error:
        raise InvitationEndedError from error
    logger.info("Invitation %s became account %s", row.pk, user.pk)
    return user


def _still_holds(row: Invitation) -> bool:
    """Roles come from the inviter: who is deactivated or has lost the right lets nobody in any more."""
    if User.objects.filter(email=row.email.lower()).exists():
        return False
    if row.invited_by is None:
        return True
    names = Group.objects.filter(pk__in=row.roles.values("pk")).values_list("name", flat=True)
    return row.invited_by.is_active and not refused_roles(row.invited_by, names)
