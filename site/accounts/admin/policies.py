"""Who may do what with accounts and invitations in the admin.

Whoever may change an account may give it any role, so that is for superusers alone, whatever permission a group was
given. Accounts come by invitation and are deactivated, never added by hand or deleted: nobody may.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from accounts.invitation import Invitation
from accounts.invitations.granting import may_invite
from accounts.user import User
from handslag.access.people import Person, is_break_glass


class AccountPolicy(ModelPermissionPolicy):
    def user_has_permission(self, user: Person, action: str) -> bool:
        if action == "change":
            return is_break_glass(user)
        return action == "view" and bool(super().user_has_permission(user, action))

    def users_with_any_permission(self, actions: Iterable[str]) -> "QuerySet[User]":
        wanted = set(actions)
        if "view" in wanted:
            return super().users_with_any_permission({"view"})
        superusers = User.objects.filter(is_superuser=True, is_active=True)
        return superusers if "change" in wanted else superusers.none()


class InvitationPolicy(ModelPermissionPolicy):
    """What has been written is resent or withdrawn, never edited: the mailed link stands for what it said."""

    def user_has_permission(self, user: Person, action: str) -> bool:
        if action == "add":
            return may_invite(user)
        return action == "view" and bool(super().user_has_permission(user, action))


def register(**kwargs: Any) -> None:
    register_permission_policy(User, AccountPolicy(User))
    register_permission_policy(Invitation, InvitationPolicy(Invitation))
    register_permission_policy(Group)
