"""Tables of a plan that several municipalities share: who decided what, and what is in force where."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.decision import Decision
from plan_pages.editions.history import PlaceState
from plan_pages.reading.places import PARAMETER
from plan_pages.showing.facts import body_of, minutes_of


@dataclass(frozen=True)
class Table:
    """As the component `table` wants it."""

    headers: list[dict[str, str]]
    rows: list[list[Any]]


def decision_table(decisions: list[Decision]) -> Table | None:
    """Of a plan that several municipalities share: each decided for itself."""
    if len(decisions) < 2:
        return None
    headers = (_("Municipality"), _("Decided by"), _("Decision"), _("Registry number"), _("In force since"))
    rows: list[list[Any]] = [
        [
            row.place_name,
            body_of(row),
            minutes_of(row),
            row.registry_number or _("Not stated"),
            in_words(row.in_effect_from) or _("Not stated"),
        ]
        for row in decisions
    ]
    return Table(_headers(headers), rows)


def place_table(states: list[PlaceState]) -> Table | None:
    """What is in force where, each place with the address that shows it."""
    if len(states) < 2:
        return None
    address = reverse("plan:in_force")
    rows: list[list[Any]] = [
        [
            {"text": state.name, "url": f"{address}?{PARAMETER}={state.code}"},
            str(state.edition.number) if state.edition else _("None"),
            in_words(state.decision.in_effect_from) if state.decision else "",
        ]
        for state in states
    ]
    return Table(_headers((_("Municipality"), _("Edition"), _("In force since"))), rows)


def _headers(titles: Iterable[str]) -> list[dict[str, str]]:
    return [{"title": title} for title in titles]
