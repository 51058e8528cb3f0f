"""What a repeal leads to, in sentences: where the plan ends, from when, and where it goes on."""

import datetime

from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.correcting.living import living
from plan_pages.correcting.repeal.models import RepealDecision
from plan_pages.editions.history import History
from plan_pages.showing.standing import label_of


def places_with_a_plan(history: History, day: datetime.date) -> dict[str, str]:
    """Codes and names of municipalities where an edition is in force on `day` or later."""
    later = {row.begins for row in history.decisions if row.begins is not None and row.begins > day}
    return {
        code: name
        for code, name in history.places.items()
        if any(history.in_force(moment, code) is not None for moment in {day, *later})
    }


def consequences(history: History, decisions: list[RepealDecision], day: datetime.date) -> list[str]:
    found = [
        _("From %(date)s no plan is in force in %(place)s; no older edition comes back.")
        % {"date": in_words(row.in_effect_from), "place": row.municipality.name}
        for row in decisions
    ]
    ended = {row.municipality.code for row in decisions}
    found += [
        _("In %(place)s nothing changes.") % {"place": name}
        for code, name in places_with_a_plan(history, day).items()
        if code not in ended
    ]
    if later := [
        edition for edition in living(history, day) if _is_still_to_come(history, edition.main, day)
    ]:
        found.append(
            _("It also ends what is decided and not yet in force: %(editions)s.")
            % {"editions": ", ".join(label_of(edition).lower() for edition in later)}
        )
    return found


def _is_still_to_come(history: History, main: int, day: datetime.date) -> bool:
    return all(state.edition is None or state.edition.main != main for state in history.states(day))
