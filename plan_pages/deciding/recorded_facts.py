"""Recorded decisions as they are shown: before they are confirmed, beside the matter, and as what one begins with."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from handslag.places.models import Municipality
from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.decision import Decision
from plan_pages.editions.kinds import ADOPTING, DecisionRole, Outcome
from plan_pages.editions.series import EditionSeries
from plan_pages.road.recorded_decision import RecordedDecision

type Row = dict[str, Any]

# As in the component `status`.
KINDS = {
    Outcome.ADOPTED: "success",
    Outcome.ADOPTED_WITH_CHANGES: "success",
    Outcome.REFERRED_BACK: "warning",
    Outcome.TABLED: "waiting",
    Outcome.REJECTED: "error",
}


def rows_of(decisions: Iterable[RecordedDecision], *, minutes: str = "") -> list[Row]:
    """For the component `summary_list`. `minutes` is the name of a file that is not kept yet."""
    return [row for decision in decisions for row in _rows(decision, minutes)]


def _rows(decision: RecordedDecision, minutes: str) -> Iterator[Row]:
    yield {"key": _("Municipality"), "value": decision.municipality.name}
    yield {"key": _("Outcome"), "value": capfirst(decision.get_outcome_display())}
    yield {"key": _("Decided by"), "value": decision.body}
    yield {"key": _("Day of the meeting"), "value": in_words(decision.meeting_date)}
    yield {"key": _("Paragraph (§)"), "value": decision.paragraph}
    yield {"key": _("Registry number"), "value": decision.registry_number}
    if decision.outcome in ADOPTING:
        yield {"key": _("In effect from"), "value": in_words(decision.in_effect_from)}
    else:
        yield {"key": _("Reason"), "value": decision.reason}
    yield {"key": _("Minutes verified on"), "value": in_words(decision.minutes_verified_on)}
    yield {"key": _("Minutes"), "value": minutes}
    if decision.prepared_body:
        yield {"key": _("Prepared by"), "value": prepared_by(decision)}


def prepared_by(decision: RecordedDecision) -> str:
    return _meeting(decision.prepared_body, decision.prepared_date, decision.prepared_paragraph)


def decided_by(decision: RecordedDecision) -> str:
    """ "Kommunfullmäktige, 23 February 2026, § 17"."""
    return _meeting(decision.body, decision.meeting_date, decision.paragraph)


def _meeting(body: str, day: Any, paragraph: str) -> str:
    return ", ".join(part for part in (body, in_words(day), f"§ {paragraph}" if paragraph else "") if part)


def shown(decision: RecordedDecision) -> Row:
    """One decision in the list on the matter's page."""
    minutes = decision.minutes_document
    return {
        "place": decision.municipality.name,
        "outcome": capfirst(decision.get_outcome_display()),
        "kind": KINDS[Outcome(decision.outcome)],
        "meeting": decided_by(decision),
        "registry_number": decision.registry_number,
        "in_effect_from": decision.in_effect_from,
        "prepared": prepared_by(decision) if decision.prepared_body else "",
        "reason": decision.reason,
        "minutes_url": minutes.url if minutes is not None else "",
    }


def last_of(series: EditionSeries, places: Sequence[Municipality]) -> Row:
    """The body that decided the latest edition, where one municipality is to decide; {} where nothing is known."""
    if len(places) != 1:
        return {}
    rows = Decision.objects.filter(edition__series=series, municipality=places[0], role=DecisionRole.DECIDED)
    latest = rows.order_by("-edition__sequence").first()
    return {"body_type": latest.body_type, "body": latest.body} if latest is not None else {}
