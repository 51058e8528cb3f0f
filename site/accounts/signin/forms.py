"""allauth's forms in our markup: labels instead of placeholders, the same work for known and unknown addresses."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import (
    ChangePasswordForm,
    LoginForm,
    ReauthenticateForm,
    ResetPasswordForm,
    ResetPasswordKeyForm,
)
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ReauthenticateByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from handslag.forms.renderer import InOurMarkup

PASSWORD_HINT = _("At least 12 characters. Three or four words in a row are easy to remember.")


class Plain(InOurMarkup):
    """A placeholder vanishes when one types, and says nothing that the label does not."""

    labels: dict[str, Any] = {}
    hints: dict[str, Any] = {"password1": PASSWORD_HINT}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]  # a mixin of forms
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
            # allauth's hints are a link in the way of the field, and rules as a list.
            field.help_text = self.hints.get(name, "")


class SignInForm(Plain, LoginForm):
    labels = {"login": _("E-mail address"), "password": _("Password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ResetForm(Plain, ResetPasswordForm):
    labels = {"email": _("E-mail address")}

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Every address gets one mail, so that neither answer nor time tells whether it has an account."""
        if self.users:
            return str(super().save(request, **kwargs))
        email = str(self.cleaned_data["email"])
        get_adapter().send_mail("account/email/unknown_account", email, {})
        return email


class ResetFromKeyForm(Plain, ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("New password again")}


class NewPasswordForm(Plain, ChangePasswordForm):
    labels = {
        "oldpassword": _("Current password"),
        "password1": _("New password"),
        "password2": _("New password again"),
    }


class PasswordAgainForm(Plain, ReauthenticateForm):
    labels = {"password": _("Password")}


class CodeForm(Plain, AuthenticateForm):
    labels = {"code": _("Code from the app, or a recovery code")}


class CodeAgainForm(Plain, ReauthenticateByCodeForm):
    labels = {"code": _("Code from the app, or a recovery code")}


class TurnOnForm(Plain, ActivateTOTPForm):
    labels = {"code": _("Code that the app shows")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget = forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        )
