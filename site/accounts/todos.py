"""Things to do about accounts."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.invitation import Invitation
from accounts.invitations.granting import may_invite
from accounts.invitations.status import is_stuck
from accounts.signin.second_step import has_second_step
from accounts.user import User
from handslag.access.people import is_signed_in
from handslag.start.todos import Person, Todo


def admins() -> QuerySet[Any]:
    """Those with access to the admin."""
    return ModelBackend().with_perm("wagtailadmin.access_admin")


def inviters() -> QuerySet[Any]:
    """Those whose own invitations are unsent."""
    unsent = Invitation.objects.filter(sent_at=None, accepted_at=None)
    return User.objects.filter(pk__in=unsent.values("invited_by"))


def second_step(user: Person) -> Iterator[Todo]:
    """Asked of those who work in the admin: their password alone would open more than reading."""
    if is_signed_in(user) and user.has_perm("wagtailadmin.access_admin") and not has_second_step(user):  # type: ignore[union-attr]  # PermissionsMixin
        yield Todo(
            _("Turn on two-step sign-in"),
            reverse("mfa_index"),
            detail=_(
                "You work in the admin; a code from your phone keeps others out even if your password leaks."
            ),
        )


def unsent_invitations(user: Person) -> Iterator[Todo]:
    """A mail that failed is told to whoever invited."""
    if not is_signed_in(user) or not may_invite(user):
        return
    waiting = Invitation.objects.filter(invited_by=user.pk, sent_at=None, accepted_at=None)
    unsent = [row for row in waiting if is_stuck(row)]
    if unsent:
        yield Todo(
            ngettext(
                "An invitation could not be mailed; resend it",
                "%(count)d invitations could not be mailed; resend them",
                len(unsent),
            )
            % {"count": len(unsent)},
            reverse("accounts_invitations:index"),
        )
