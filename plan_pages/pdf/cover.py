"""The first page: what this is, which edition, and where to see whether it still applies (domain: harm 9)."""

from django.utils.translation import gettext as _

from plan_pages.documents import EditionDocument
from plan_pages.documents.head import EditionHead

from .words import kind_of


def cover_of_edition(
    head: EditionHead, document: EditionDocument, *, address: str, replaces: str
) -> dict[str, object]:
    lines = [edition_kind_of(head)]
    if replaces:
        lines.append(_("Replaces edition %(number)s") % {"number": replaces})
    return {
        **_common(document, address),
        "edition": _("Edition %(number)s") % {"number": head.number},
        "lines": lines,
        "in_force": _(
            "A printed or saved copy does not show later decisions. Which edition is in force stands at:"
        ),
        "digest": head.digest(),
        "digest_label": _("Checksum of the edition (SHA-256)"),
    }


def cover_of_draft(document: EditionDocument, *, address: str) -> dict[str, object]:
    return {
        **_common(document, address),
        "edition": _("Draft, not decided"),
        "lines": [_("Nothing in this text applies before it is decided.")],
        "in_force": _("Which edition is in force stands at:"),
        "digest": "",
        "digest_label": "",
    }


def edition_kind_of(head: EditionHead) -> str:
    return {
        "adopted": _("Adopted"),
        "registered": _("Registered: decided before its editions were kept here"),
        "correction": _("Correction: facts are put right, no commitment is changed"),
        "repeal": _("Repeal: the document ceases to apply by this decision"),
    }[head.kind]


def _common(document: EditionDocument, address: str) -> dict[str, object]:
    return {
        "kind": kind_of(document),
        "places": [place.name for place in document.municipalities],
        "address": address,
        "notice": "",
        "notice_where_signs_are_missing": _(
            "This file lacks some signs of the text; they are shown as empty boxes. Read them at the address below."
        ),
    }
