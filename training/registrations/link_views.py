"""The mailed link: whoever has it cancels or accepts without signing in. GET asks, POST does."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from handslag.access.private_addresses import kept_private
from training.occasions.kinds import OccasionState
from training.occasions.reading import in_readers_language
from training.registrations.cancel_link import find
from training.registrations.kinds import RegistrationState
from training.registrations.possible import is_too_late, refusal
from training.registrations.queue import settle_if_due
from training.registrations.refusals import OfferRanOutError
from training.registrations.registration import Registration
from training.registrations.rules import has_run_out
from training.registrations.standing import may_accept
from training.registrations.steps import take_step

STATUSES = {"unknown": 404, "begun": 410, "called_off": 410}


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, key: str) -> HttpResponse:
    """Says the course and the time, never who it is."""
    row = find(key)
    if row is not None:
        settle_if_due(row.occasion)
        row.refresh_from_db(fields=["state", "offer_until"])
        # Whoever has the link stands for the person.
        in_readers_language([row.occasion], row.person or request.user)
    way = _way(row)
    if request.method == "POST" and row is not None and way == "open":
        take_step(request, row)
        response: HttpResponse = redirect("registrations:link", key)
    else:
        may_register = row is not None and refusal(row.occasion) is None
        context = {
            "row": row,
            "way": way,
            "may_accept": may_accept(row) if row is not None else False,
            "may_register": may_register,
            "ran_out": OfferRanOutError(may_register=may_register).sentence,
        }
        response = TemplateResponse(
            request, "training/registrations/link.html", context, status=STATUSES.get(way, 200)
        )
    response = kept_private(response)
    # Not "no-referrer": browsers would then hide from us, too, that our own form was sent.
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _way(row: Registration | None) -> str:
    if row is None:
        return "unknown"
    if row.state == RegistrationState.CANCELLED:
        return "ran_out" if has_run_out(row) else "used"
    if is_too_late(row.occasion, row):
        return "begun"
    return "called_off" if row.occasion.state == OccasionState.CANCELLED else "open"
