"""A decision to repeal, as the component `summary_list` shows it."""

from typing import Any

from django.utils.translation import gettext as _

from handslag.templatetags.handslag_dates import in_words
from plan_pages.correcting.repeal.models import RepealDecision


def rows_of(row: RepealDecision) -> list[dict[str, Any]]:
    return [
        {"key": _("Decided by"), "value": row.body},
        {"key": _("Day of the meeting"), "value": in_words(row.meeting_date)},
        {"key": _("Paragraph (§)"), "value": row.paragraph},
        {"key": _("Registry number"), "value": row.registry_number},
        {"key": _("No plan in force from"), "value": in_words(row.in_effect_from)},
        {"key": _("Minutes verified"), "value": in_words(row.minutes_verified_on)},
    ]
