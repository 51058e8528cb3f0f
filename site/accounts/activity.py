"""Accounts of people who have left. A deactivated account is out at its next request, and its sessions are gone:
they do not come back to life when the account is activated again."""

import logging
from typing import Any

from allauth.usersessions.models import UserSession
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import post_save
from wagtail.log_actions import log

from accounts.invitations.granting import may_invite
from accounts.user import User
from handslag.access.people import Person, is_break_glass

logger = logging.getLogger("accounts")


def may_deactivate(actor: Person, user: User) -> bool:
    """Whoever lets people in may also shut them out, except administrators; nobody shuts out themselves."""
    if actor.pk == user.pk or not user.is_active:
        return False
    return is_break_glass(actor) or (may_invite(actor) and not user.is_superuser)


def deactivate(actor: Person, user: User) -> None:
    """Raises PermissionDenied. Activating again is for administrators, in the account's form."""
    if not may_deactivate(actor, user):
        raise PermissionDenied
    with transaction.atomic():
        user.is_active = False
        user.save(update_fields=["is_active"])
        log(user, "accounts.deactivate", user=actor)
    logger.info("Account %s was deactivated by account %s", user.pk, actor.pk)


def end_sessions(user: User) -> None:
    for session in UserSession.objects.filter(user=user):
        session.end()


def _follow_user(sender: type[User], instance: User, raw: bool = False, **kwargs: Any) -> None:
    if not raw and not instance.is_active:
        end_sessions(instance)


def connect() -> None:
    post_save.connect(_follow_user, sender=User, dispatch_uid="accounts.activity")
