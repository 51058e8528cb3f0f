"""The list for everyone, the sheet for the wall, and the list for staff."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from contacts.helplines.caching import asked_each_time
from contacts.helplines.helpline import Helpline
from contacts.helplines.rules import Standing, is_keeper, standing
from contacts.helplines.words.telling import told
from handslag import clock
from handslag.navigation.context import belongs_to_public_section
from handslag.qr_code import qr_svg

# A sheet on a wall has room for so many of a line's words.
ON_SHEET = ("audience", "hours", "anonymity")


@login_not_required
@require_safe
@asked_each_time(public=False)
def public_list(request: HttpRequest) -> HttpResponse:
    """B-5.2: without an account, a cookie or a script. Nothing is counted and nothing is written."""
    belongs_to_public_section(request)
    context = {"helplines": told(Helpline.objects.verified(clock.today()))}
    return render(request, "contacts/helplines/public.html", context)


@login_not_required
@require_safe
@asked_each_time(public=False)
def sheet(request: HttpRequest) -> HttpResponse:
    """One A4 to put up (A6.3); it carries the day each line was verified, and the way to what holds today."""
    belongs_to_public_section(request)
    address = request.build_absolute_uri(reverse("helplines:public"))
    lines = list(Helpline.objects.verified(clock.today()))
    context = {
        "helplines": told(lines, shown=ON_SHEET),
        "address": address,
        "qr": qr_svg(address, _("QR code to the list of helplines")),
        "valid_until": min((line.last_day for line in lines if line.last_day), default=None),
    }
    return render(request, "contacts/helplines/sheet.html", context)


@require_safe
def staff_list(request: HttpRequest) -> HttpResponse:
    """What the public sees; who keeps the lines sees the others too, each with what is wrong with it."""
    today = clock.today()
    keeper = is_keeper(request.user)
    hidden = []
    if keeper:
        lines = [(line, standing(line, today)) for line in Helpline.objects.all()]
        hidden = [(line, state) for line, state in lines if state != Standing.SHOWN]
    context = {"helplines": told(Helpline.objects.verified(today)), "hidden": hidden, "is_keeper": keeper}
    return render(request, "contacts/helplines/staff.html", context)
