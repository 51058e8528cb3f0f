"""Accounts in Wagtail's admin."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.log_actions import LogActionRegistry

from accounts.admin.invitations import InvitationViewSet
from accounts.user import User


@hooks.register("register_admin_viewset")
def invitations() -> InvitationViewSet:
    return InvitationViewSet()


@hooks.register("before_bulk_action")
def no_bulk_actions_on_accounts(
    request: HttpRequest, action_type: str, objects: Sequence[Any], action: BulkAction
) -> None:
    """Wagtail's delete, give a role, set active: past the rules of accounts.activity and of AccountPolicy."""
    if action.model is User:
        raise PermissionDenied


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    actions.register_action("accounts.invite", _("Invite"), _("Invited"))
    actions.register_action("accounts.resend", _("Resend invitation"), _("Invitation resent"))
    actions.register_action("accounts.withdraw", _("Withdraw invitation"), _("Invitation withdrawn"))
    actions.register_action("accounts.deactivate", _("Deactivate account"), _("Account deactivated"))
