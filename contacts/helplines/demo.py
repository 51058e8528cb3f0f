"""Helplines of the demo: made up, with numbers from the series kept for fiction. No real line ships as verified."""

import datetime
from typing import Any

from django.contrib.auth import get_user_model

from contacts.helplines import expiry
from contacts.helplines.dissemination import Dissemination
from contacts.helplines.helpline import Helpline
from contacts.helplines.particulars import particulars_of
from handslag import clock

# The plan's text names another number for this line: its page says so (domain.md harm 5).
SUPPORT: dict[str, Any] = {
    "name": "Stödtelefonen",
    "number": "08-465 004 37",
    "operator": "Föreningen Exempelstöd",
    "audience": "För dig som är orolig för att någon i din närhet dras till våldsbejakande extremism.",
    "hours": "Vardagar klockan 9–16",
    "languages": "Svenska, engelska, arabiska",
    "anonymity": "Du behöver inte säga vem du är",
    "cost": "Kostar som ett vanligt samtal",
    "sort_order": 10,
}
LEAVING: dict[str, Any] = {
    "name": "Avhopparlinjen",
    "number": "031-390 06 44",
    "operator": "Stiftelsen Exempelvägen",
    "audience": "För dig som vill lämna en våldsbejakande grupp.",
    "hours": "Alla dagar klockan 10–20",
    "languages": "Svenska",
    "anonymity": "Du behöver inte säga vem du är",
    "cost": "Gratis",
    "sort_order": 20,
}
PROFESSIONALS: dict[str, Any] = {
    "name": "Rådgivningen för yrkesverksamma",
    "number": "070-174 06 33",
    "operator": "Exempelmyndigheten",
    "audience": "För dig som möter frågorna i ditt arbete.",
    "hours": "Måndag till torsdag klockan 13–15",
    "sort_order": 30,
}

# Where the sheet was put up, days ago, how many.
DISSEMINATED = (("Biblioteket i centrum", 10, 2), ("Norra skolan", 9, 6), ("Fritidsgården Norrby", 9, 1))


def load_helplines() -> None:
    """One verified, one that ran out, one that nobody has verified. What is there stays as it is."""
    if Helpline.objects.exists():
        return
    today = clock.today()
    _add(SUPPORT, today - datetime.timedelta(days=12))
    _add(LEAVING, today - expiry.holds_for() - datetime.timedelta(days=5))
    _add(PROFESSIONALS, None)
    for place, days, sheets in DISSEMINATED:
        day = today - datetime.timedelta(days=days)
        Dissemination.objects.create(place=place, day=day, sheets=sheets, entered_by=_coordinator())


def _add(fields: dict[str, Any], verified_on: datetime.date | None) -> None:
    helpline = Helpline(**fields)
    if verified_on is not None:
        helpline.verified_by = _coordinator()
        helpline.verified_on, helpline.verified_as = verified_on, particulars_of(helpline)
    helpline.save()


def _coordinator() -> Any:
    return get_user_model().objects.filter(groups__name="coordinator").first()
