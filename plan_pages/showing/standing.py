"""How an edition stands today, in words: in force, not yet, no longer, ended, corrected."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History, PlaceState
from plan_pages.editions.kinds import EditionKind


@dataclass(frozen=True)
class Standing:
    """`kind` as in the components status and notification; `text` "" where there is nothing to warn of."""

    status: str
    kind: str
    text: str = ""
    href: str = ""
    link: str = ""


def standing_of(edition: Edition, history: History, states: list[PlaceState], day: datetime.date) -> Standing:
    """`states` are those of `day`. Harm 9 (an outdated plan is followed): what is not in force says so first."""
    in_force_in = [state.name for state in states if state.edition == edition]
    if in_force_in and len(in_force_in) == len(states):
        return Standing(_("In force"), "success")
    if in_force_in:
        places = ", ".join(in_force_in)
        return Standing(
            _("In force in some municipalities"),
            "warning",
            _("This edition is in force in %(places)s and not in the others that share the plan.")
            % {"places": places},
            reverse("plan:editions"),
            _("See what is in force where"),
        )
    begins = _begins_later(edition, history, day)
    if begins is not None:
        return Standing(
            _("Not yet in force"),
            "info",
            _("This edition is decided and in force from %(date)s.") % {"date": in_words(begins)},
            reverse("plan:in_force"),
            _("Read what is in force today"),
        )
    if history.repeal_in_effect(day) is not None and not any(state.edition for state in states):
        return Standing(
            _("Repealed"),
            "warning",
            _("The plan is repealed: no edition is in force."),
            reverse("plan:editions"),
            _("All editions"),
        )
    return Standing(
        _("No longer in force"),
        "warning",
        _("This is an earlier edition; it is kept so that everyone can see what was decided."),
        reverse("plan:in_force"),
        _("Read the edition in force"),
    )


def _begins_later(edition: Edition, history: History, day: datetime.date) -> datetime.date | None:
    decided = [row for row in history.decided(edition) if row.in_effect_from is not None]
    first = min((row.in_effect_from for row in decided if row.in_effect_from), default=None)
    return first if first is not None and first > day else None


def label_of(edition: Edition) -> str:
    if edition.kind == EditionKind.CORRECTION:
        return _("Edition %(main)s, correction %(number)s") % {
            "main": edition.main,
            "number": str(edition.number),
        }
    if edition.kind == EditionKind.REPEAL:
        return _("Repeal (number %(number)s)") % {"number": str(edition.number)}
    return _("Edition %(number)s") % {"number": str(edition.number)}
