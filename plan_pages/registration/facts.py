"""What a registration says of the decision, and what it leaves open."""

from typing import Any

from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.documents import EditionDocument
from plan_pages.documents.head import DecisionRecord
from plan_pages.registration.acting import records_of
from plan_pages.registration.models import Registration


def rows_of(registration: Registration) -> list[dict[str, Any]]:
    """For the component `summary_list`; an empty value is shown as not stated."""
    records = records_of(registration)
    rows = []
    for record in records:
        if len(records) > 1:
            rows.append({"key": _("Municipality"), "value": record.municipality.name})
        rows += [
            {"key": _("Decided by"), "value": record.body},
            {"key": _("Day of the meeting"), "value": in_words(record.meeting_date)},
            {"key": _("Paragraph (§)"), "value": record.paragraph},
            {"key": _("Registry number"), "value": record.registry_number},
            {"key": _("In force since"), "value": in_words(record.in_effect_from)},
        ]
    return rows


def gaps_of(document: EditionDocument, records: list[DecisionRecord]) -> list[str]:
    """What nobody filled in (domain.md §0.3): it stays open and is shown as open."""
    missing = [
        (not document.owner, _("the plan owner")),
        (not document.responsible_function, _("the responsible function")),
        (document.valid.first is None and document.valid.last is None, _("for how long the plan is valid")),
    ]
    for record in records:
        missing += [
            (not record.body, _("who adopted it")),
            (record.meeting_date is None, _("the day of the decision")),
            (not record.paragraph, _("the paragraph (§) of the decision")),
            (not record.registry_number, _("the registry number")),
            (record.in_effect_from is None, _("since when it is in force")),
        ]
    return list(dict.fromkeys(what for is_missing, what in missing if is_missing))
