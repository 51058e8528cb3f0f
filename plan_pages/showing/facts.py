"""The head of an edition: who decided what and when. What a registered plan does not say is shown as not stated."""

from collections.abc import Iterable
from typing import TypedDict

from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.editions.decision import Decision
from plan_pages.editions.edition import Edition
from plan_pages.editions.kinds import BODIES_WITH_PARAGRAPHS, DecisionRole


class Line(TypedDict):
    key: str
    value: str


def facts_of(edition: Edition, decisions: Iterable[Decision]) -> list[Line]:
    """For one municipality; where several decided, the table of decisions stands beside it."""
    deciding = [row for row in decisions if row.role == DecisionRole.DECIDED]
    if len(deciding) != 1:
        return [_line(_("Decided in"), _("%(number)d municipalities") % {"number": len(deciding)})]
    row = deciding[0]
    facts = [
        _line(_("Decided by"), body_of(row)),
        _line(_("Decision"), minutes_of(row)),
        _line(_("Registry number"), row.registry_number),
        _line(_("In force since"), in_words(row.in_effect_from)),
    ]
    if row.minutes_verified_on:
        facts.append(_line(_("Minutes verified"), in_words(row.minutes_verified_on)))
    return facts


def body_of(row: Decision) -> str:
    return row.body or str(row.get_body_type_display())


def minutes_of(row: Decision) -> str:
    """“2024-11-25, § 131”: the day as minutes write it."""
    day = row.meeting_date.isoformat() if row.meeting_date else _("day not stated")
    if row.paragraph:
        return f"{day}, § {row.paragraph}"
    return f"{day}, {_('§ not stated')}" if row.body_type in BODIES_WITH_PARAGRAPHS else day


def _line(key: str, value: str) -> Line:
    return {"key": key, "value": value or _("Not stated")}
