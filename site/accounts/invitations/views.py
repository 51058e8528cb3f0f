"""The page behind the link in the mail."""

from typing import Any

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from accounts.invitation import Invitation
from accounts.invitations.accepting import InvitationEndedError, accept, find_open
from accounts.invitations.forms import AcceptForm


@method_decorator(login_not_required, name="dispatch")
@method_decorator(never_cache, name="dispatch")
@method_decorator(sensitive_post_parameters("password1", "password2"), name="dispatch")
class AcceptView(View):
    """Opening the link changes nothing: mail filters open links too."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        refused = ratelimit.consume_or_429(request, action="accept_invitation", limit_get=True)
        if refused is not None:
            return refused
        if request.user.is_authenticated:
            return render(request, "accounts/accept_signed_in.html", status=409)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        try:
            invitation = find_open(key)
        except InvitationEndedError:
            return _ended(request)
        return _page(request, invitation, AcceptForm(invitation=invitation))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        try:
            invitation = find_open(key)
            form = AcceptForm(request.POST, invitation=invitation)
            if not form.is_valid():
                return _page(request, invitation, form)
            user = accept(key, name=form.cleaned_data["name"], password=form.cleaned_data["password1"])
        except InvitationEndedError:
            return _ended(request)
        messages.success(request, _("Your account is ready, and you are signed in."))
        response: HttpResponse = perform_login(request, user)
        return response


def _page(request: HttpRequest, invitation: Invitation, form: AcceptForm) -> HttpResponse:
    return render(request, "accounts/accept.html", {"invitation": invitation, "form": form})


def _ended(request: HttpRequest) -> HttpResponse:
    """One answer for used, withdrawn, too old and unknown links."""
    return render(request, "accounts/invitation_ended.html", status=404)
