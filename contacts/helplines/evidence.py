"""How many of the helplines are verified: evidence for “the municipality spreads current numbers” (A6.2, B-5.2)."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.helplines.helpline import Helpline
from contacts.helplines.rules import is_shown_to_public
from handslag.evidence import Evidence, EvidenceLink, EvidenceSource

NUMBER, SHARE = "number", "share"


def measure(parameters: Mapping[str, Any], day: datetime.date) -> Evidence:
    """The share in per cent of those that have not ended; with `figure: number` how many. No line, no figure."""
    lines = list(Helpline.objects.going_on(day))
    verified = sum(is_shown_to_public(line, day) for line in lines)
    address = reverse("helplines_for_staff")
    links = tuple(EvidenceLink(line.name, f"{address}#{line.anchor}") for line in lines)
    if not lines:
        return Evidence(None, day)
    if parameters.get("figure") == NUMBER:
        return Evidence(float(verified), day, links)
    return Evidence(round(100 * verified / len(lines), 1), day, links)


source = EvidenceSource("helplines_verified", _("Helplines verified"), measure, parameters=("figure",))
