"""allauth's views where ours differ."""

import logging
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.usersessions import views as usersessions
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from accounts.roles import titles_of
from accounts.signin.devices import device
from accounts.signin.limits import status_of
from accounts.signin.second_step import has_second_step
from handslag.forms.numbers import number_in

logger = logging.getLogger("accounts")


class SignInView(account.LoginView):
    def form_invalid(self, form: BaseForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status_of(form))


class SecondStepView(mfa.AuthenticateView):
    def form_invalid(self, form: BaseForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status_of(form))


class PasswordAgainView(account.ReauthenticateView):
    def form_invalid(self, form: BaseForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status_of(form))


class CodeAgainView(mfa.ReauthenticateView):
    def form_invalid(self, form: BaseForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status_of(form))


class ResetView(account.PasswordResetView):
    def form_valid(self, form: BaseForm) -> HttpResponse:
        """A mail server that does not answer is told, alike for known and unknown addresses."""
        try:
            return super().form_valid(form)
        except OSError as error:
            logger.error("A reset mail could not be sent: %s", type(error).__name__)
            form.add_error(None, _("The mail could not be sent just now. Try again in a while."))
            return self.render_to_response(self.get_context_data(form=form), status=503)


class SessionsView(usersessions.ListUserSessionsView):
    """All other sessions at once, as allauth has it, or one of them."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for session in context["sessions"]:
            session.device = device(session.user_agent)
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if sent := request.POST.get("session", ""):
            own = UserSession.objects.filter(user_id=request.user.pk)
            session = get_object_or_404(own, pk=number_in(sent) or 0)
            if not session.is_current():
                session.end()
                messages.success(request, _("That device is signed out."))
            return redirect("usersessions_list")
        return super().post(request, *args, **kwargs)


class OverviewView(TemplateView):
    """What the site knows of the reader's account; what is wrong an administrator mends."""

    template_name = "account/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user: Any = self.request.user
        return super().get_context_data(
            person=user, roles=titles_of(user.groups.all()), second_step=has_second_step(user), **kwargs
        )
