"""What allauth may do here: no sign-up, addresses of our own host, mail that fails without a crash."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.password_reset import get_reset_password_from_key_url
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger("accounts")


class ClosedAccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "The e-mail address or the password is wrong. Check both and try again."
        ),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes and try again."),
        "rate_limited": _("Too many attempts. Wait a few minutes and try again."),
        "incorrect_password": _("The password is wrong. Try again."),
        "enter_current_password": _("The current password is wrong. Try again."),
        "incorrect_code": _("The code is wrong or has been used. Enter the one that the app shows now."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation."""
        return False

    def get_reset_password_from_key_url(self, key: str) -> str:
        """BASE_URL, whatever host the request named: the link in a mail leads to us and nowhere else."""
        path = self.request.build_absolute_uri("/")
        return str(get_reset_password_from_key_url(self.request, key)).replace(
            path, f"{settings.BASE_URL}/", 1
        )

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_overview")

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """What was done is done: a mail server that does not answer must not turn it into an error page."""
        try:
            super().send_notification_mail(template_prefix, user, context, email)
        except OSError as error:
            logger.error("Account %s could not be mailed a notice: %s", user.pk, type(error).__name__)
