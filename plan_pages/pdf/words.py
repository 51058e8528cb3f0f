"""The printed words that are not the document's own, in its language where the interface speaks it."""

import re

from django.conf import settings
from django.utils.translation import get_language, get_language_bidi, override
from django.utils.translation import gettext as _

from handslag.pdf.printable import is_visible, plain
from plan_pages.documents import EditionDocument

# As far as Typst knows them: "sv", "en-GB"; a script ("zh-hans") is left out.
_LANGUAGE_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<region>[a-z]{2}))?(?:-|$)")
# From so many sections on, a list of contents helps more than it delays.
CONTENTS_FROM = 4


def words_language(language: str) -> str:
    """The document's language, or the site's own where the catalogue has no words for the document's."""
    spoken = getattr(settings, "INTERFACE_LANGUAGES", [code for code, _name in settings.LANGUAGES])
    primary = language.partition("-")[0]
    return next((code for code in (language, primary) if code in spoken), settings.LANGUAGE_CODE)


def kind_of(document: EditionDocument) -> str:
    return {
        "action_plan": _("Action plan"),
        "activity_plan": _("Activity plan"),
        "situation_assessment": _("Situation assessment"),
    }[document.kind]


def frame_of(document: EditionDocument, *, running: str, draft: str = "") -> dict[str, object]:
    """What stands on every page, and the languages: the file's (PDF/UA-1, 7.2) and that of its printed words."""
    tag = _LANGUAGE_TAG.match(document.language.lower())
    language = tag["language"] if tag else "und"
    return {
        "title": plain(document.title) if is_visible(document.title) else kind_of(document),
        "language": language,
        "region": tag["region"] if tag else None,
        "right_to_left": _reads_from_right(language),
        "words_language": (get_language() or "").partition("-")[0],
        "running": running,
        "draft": draft,
        "contents": len(document.sections) >= CONTENTS_FROM,
        "words": {
            "page": _("page {page} of {pages}"),
            "contents": _("Contents"),
            "decision": _("Decision"),
            "about": _("About this document"),
            "document": _("Document"),
            "introduction": _("Introduction"),
            "commitment": _("Commitment"),
            "accountable": _("Accountable function"),
            "facts": _("Numbers, links and contacts"),
            "files": _("Files that the text refers to"),
            "checksum": _("Checksum (SHA-256)"),
        },
    }


def _reads_from_right(language: str) -> bool:
    with override(language):
        return get_language_bidi()
