"""An act behind a form: what it refuses stands on the form, with what was typed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise

from plan_pages.deciding.referral_forms import ReferralForm
from plan_pages.road.moving import NotAllowedError


def carried_out[F: ReferralForm](form: F, act: Callable[[F], Any]) -> bool:
    """False: the form says why. Raises NotAllowedError."""
    if not form.is_valid():
        return False
    try:
        act(form)
    except ValidationError as refusal:
        _put_on(form, refusal)
        return False
    return True


def not_allowed(request: HttpRequest, refusal: NotAllowedError, to: str) -> HttpResponse:
    """Who may not do it reads why, on the page that shows what there is."""
    messages.error(request, str(refusal))
    return redirect(to)


def done(request: HttpRequest, sentence: str | Promise, to: str) -> HttpResponse:
    messages.success(request, str(sentence))
    return redirect(to)


def _put_on(form: ReferralForm, refusal: ValidationError) -> None:
    """Beside its field, or above the form where the form has no such field."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
