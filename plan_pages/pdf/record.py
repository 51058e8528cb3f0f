"""The decision record (A0.1): a table per decision, and what holds for the document. Gaps are printed, never filled."""

import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from plan_pages.documents import EditionDocument, Validity
from plan_pages.documents.head import DecisionRecord, EditionHead

from .cover import edition_kind_of

type Row = tuple[str, str]


def decisions_of(head: EditionHead) -> dict[str, object]:
    return {
        "tables": [
            {
                "corner": _("Municipality"),
                "heading": found.municipality.name or not_stated(),
                "rows": _rows_of(found, head),
            }
            for found in head.decisions
        ],
        "none": _("This edition carries no decision of its own."),
    }


def _rows_of(found: DecisionRecord, head: EditionHead) -> list[Row]:
    rows = [
        (
            _("Decided by") if found.role == "decided" else _("Prepared by"),
            found.body or _body_type_of(found),
        ),
        (_("Outcome"), _outcome_of(found, head)),
        (_("Meeting on"), day(found.meeting_date)),
        (_("Paragraph"), _paragraph_of(found)),
        (_("Registry number"), found.registry_number or not_stated()),
        (_("In effect from"), day(found.in_effect_from)),
        (_("Minutes verified on"), day(found.minutes_verified_on)),
    ]
    if found.minutes_sha256:
        rows.append((_("Checksum of the minutes (SHA-256)"), found.minutes_sha256))
    return rows


def about_edition(head: EditionHead, document: EditionDocument, *, replaces: str) -> list[Row]:
    rows = [
        (_("Edition"), head.number),
        (_("Kind of edition"), edition_kind_of(head)),
        (_("Replaces edition"), replaces or _("None")),
    ]
    if head.reason:
        rows.append((_("Reason"), head.reason))
    rows += about_draft(document)
    rows.append((_("Sealed"), date_format(localtime(head.sealed_at), "j F Y H:i")))
    if head.previous_digest:
        rows.append((_("Checksum of the edition before (SHA-256)"), head.previous_digest))
    rows.append((_("Checksum of the edition (SHA-256)"), head.digest()))
    return rows


def about_draft(document: EditionDocument) -> list[Row]:
    places = ", ".join(place.name for place in document.municipalities)
    return [
        (_("Applies to"), places or not_stated()),
        (_("Owner"), document.owner or not_stated()),
        (_("Responsible function"), document.responsible_function or not_stated()),
        (_("Valid"), _period(document.valid)),
    ]


def not_stated() -> str:
    return _("Not stated in the document")


def day(found: datetime.date | None) -> str:
    return date_format(found, "j F Y") if found else not_stated()


def _period(valid: Validity) -> str:
    match valid.first, valid.last:
        case None, None:
            return not_stated()
        case first, None:
            return _("from %(first)s") % {"first": day(first)}
        case None, last:
            return _("to %(last)s") % {"last": day(last)}
        case first, last:
            return _("from %(first)s to %(last)s") % {"first": day(first), "last": day(last)}


def _paragraph_of(found: DecisionRecord) -> str:
    paragraph = found.paragraph.removeprefix("§").strip()
    return f"§\N{NO-BREAK SPACE}{paragraph}" if paragraph else not_stated()


def _body_type_of(found: DecisionRecord) -> str:
    return {
        "council": _("Municipal council"),
        "executive": _("Municipal executive board"),
        "committee": _("Committee"),
        "steering_group": _("Steering group"),
        "other": not_stated(),
    }[found.body_type]


def _outcome_of(found: DecisionRecord, head: EditionHead) -> str:
    if head.kind == "repeal" and found.outcome == "adopted":
        return _("Repealed")
    return {
        "adopted": _("Adopted"),
        "adopted_with_changes": _("Adopted with changes"),
        "referred_back": _("Referred back"),
        "tabled": _("Tabled"),
        "rejected": _("Rejected"),
    }[found.outcome]
