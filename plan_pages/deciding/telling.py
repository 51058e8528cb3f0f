"""What a person who recorded a decision reads next: what it led to."""

from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.deciding.restating import place_names
from plan_pages.documents import EditionDocument
from plan_pages.editions.kinds import Outcome
from plan_pages.road.matter import Matter, Stage
from plan_pages.road.recorded_decision import RecordedDecision
from plan_pages.road.recording import waiting_for


def told(matter: Matter, document: EditionDocument, recorded: RecordedDecision) -> str:
    """`recorded` is the decision just recorded, `matter` as it stands after it."""
    if matter.edition is not None:
        return sealed(matter, recorded)
    if matter.stage == Stage.AMENDING:
        return _("The decision is recorded. Enter now what the board changed.")
    if matter.stage == Stage.DRAFTING:
        return _("The decision is recorded; the text is back with the editors.")
    if matter.stage == Stage.CLOSED:
        return _("The decision is recorded, and the matter is closed without a new edition.")
    if recorded.outcome == Outcome.TABLED:
        return _("The decision is recorded; the text waits for the next meeting.")
    return _("The decision is recorded; the text waits for the decision of %(places)s.") % {
        "places": place_names(waiting_for(matter, document))
    }


def sealed(matter: Matter, recorded: RecordedDecision | None = None) -> str:
    number = str(matter.edition.number) if matter.edition is not None else ""
    if recorded is not None and recorded.in_effect_from is not None:
        return _("Edition %(number)s is sealed; it is in force from %(day)s.") % {
            "number": number,
            "day": in_words(recorded.in_effect_from),
        }
    return _("Edition %(number)s is sealed.") % {"number": number}
