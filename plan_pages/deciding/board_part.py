"""The board's part of the matter's page: what is decided, whose decision is waited for, opinions, and where to go."""

from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from handslag.access.people import Person
from plan_pages.deciding.opining import OpinionForm
from plan_pages.deciding.packing import PACKED
from plan_pages.deciding.recorded_facts import shown
from plan_pages.deciding.restating import place_names
from plan_pages.documents import EditionDocument
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.opining import may_opine, opinions_of
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.recording import places_to_decide
from plan_pages.road.rules import may, name_of
from plan_pages.road.table import Action
from plan_pages.road.text import text_at_stake


def board_context(matter: Matter, user: Person, document: EditionDocument | None = None) -> dict[str, Any]:
    """For `parts/board.html`, under the name `board`. `document` is the text at stake, where the page has read it."""
    opinions = opinions_of(matter) if matter.meeting_round else []
    rounds = _rounds(matter) if matter.meeting_round else []
    return {
        "rounds": rounds,
        "has_several_rounds": len(rounds) > 1,
        "waiting": _waiting(matter, document) if matter.stage == Stage.BOARD else "",
        "links": _links(matter, user),
        "opinions": [
            {"name": name_of(one.member), "stance": capfirst(one.get_stance_display()), "text": one.text}
            for one in opinions
        ],
        "opinion_form": _opinion_form(matter, user, opinions),
    }


def _rounds(matter: Matter) -> list[dict[str, Any]]:
    """The latest first; within a round in the order of recording, tabled ones too."""
    rows = matter.decisions.select_related("municipality", "minutes_document")
    found: list[RecordedDecision] = list(rows.order_by("-meeting_round", "recorded_at", "pk"))
    return [
        {"number": number, "decisions": [shown(row) for row in decided]}
        for number, decided in groupby(found, key=lambda row: row.meeting_round)
    ]


def _waiting(matter: Matter, document: EditionDocument | None) -> str:
    """ "" where the text is another than was submitted: the page says so elsewhere."""
    try:
        places = places_to_decide(matter, document or text_at_stake(matter))
    except ValidationError:
        return ""
    return _("The text waits for the decision of %(places)s.") % {"places": place_names(places)}


def _links(matter: Matter, user: Person) -> list[dict[str, str]]:
    links = []
    if may(user, Action.RECORD, matter):
        links.append(_link("record", matter, _("Record the decision"), _("When the board has met.")))
    if matter.stage in (Stage.AMENDING, Stage.CHECKING):
        detail = _("Entered by one person, compared with the minutes by another.")
        links.append(_link("amend", matter, _("The board's changes"), detail))
    if matter.stage in PACKED:
        detail = _("One PDF for those who read on paper: changes with reasons, what to notice, and the text.")
        links.append(_link("pack", matter, _("Decision pack"), detail))
    return links


def _link(name: str, matter: Matter, title: str, text: str) -> dict[str, str]:
    return {"title": title, "url": reverse(f"decisions:{name}", args=[matter.pk]), "text": text}


def _opinion_form(matter: Matter, user: Person, opinions: list[Any]) -> OpinionForm | None:
    if not may_opine(user, matter):
        return None
    own = next((one for one in opinions if one.member_id == user.pk), None)
    initial = {"stance": own.stance, "text": own.text} if own is not None else {}
    return OpinionForm(initial={**initial, "seen": matter.digest})
