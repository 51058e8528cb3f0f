"""The helplines on the start page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from contacts.helplines.helpline import Helpline
from handslag import clock
from handslag.start.panels import Panel

SHOWN = 4


def verified_helplines(request: HttpRequest) -> dict[str, Any]:
    lines = Helpline.objects.verified(clock.today())[:SHOWN]
    return {"helplines": lines, "all_url": reverse("helplines_for_staff")}


panel = Panel("helplines", "contacts/helplines/panel.html", verified_helplines, order=70, is_wide=True)
