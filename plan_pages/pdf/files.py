"""The two files there are: a sealed edition's, and a draft's that says on every page that nothing is decided."""

import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from handslag import clock
from handslag.pdf.printable import printable
from plan_pages.documents import EditionDocument
from plan_pages.documents.head import EditionHead

from .body import file_row, introduction_of, sections_of
from .cover import cover_of_draft, cover_of_edition
from .record import about_draft, about_edition, decisions_of
from .typesetting import typeset
from .words import frame_of, words_language


def edition_pdf(head: EditionHead, document: EditionDocument, *, address: str, replaces: str = "") -> bytes:
    """The same edition gives the same bytes: its time is `head.sealed_at`, its fonts come with Typst.

    A newer Typst may set the lines otherwise and so give other bytes; the digest printed in the file stays, because
    it is the head's and not the file's. `address` is where one sees which edition is in force.
    """
    with override(words_language(document.language)):
        data = printable(
            {
                **frame_of(document, running=_("Edition %(number)s") % {"number": head.number}),
                "cover": cover_of_edition(head, document, address=address, replaces=replaces),
                "decisions": decisions_of(head),
                "about": about_edition(head, document, replaces=replaces),
                **_text_of(document),
            },
            address,
        )
    return typeset(data, moment=head.sealed_at)


def draft_pdf(document: EditionDocument, *, address: str) -> bytes:
    """Carries the day it was made, so that two printouts can be told apart; within a day the bytes are the same."""
    day = clock.today()
    with override(words_language(document.language)):
        mark = _("Draft of %(date)s, not decided") % {"date": date_format(day, "j F Y")}
        data = printable(
            {
                **frame_of(document, running=mark, draft=mark),
                "cover": cover_of_draft(document, address=address),
                "decisions": None,
                "about": about_draft(document),
                **_text_of(document),
            },
            address,
        )
    return typeset(data, moment=datetime.datetime.combine(day, datetime.time(), datetime.UTC))


def _text_of(document: EditionDocument) -> dict[str, object]:
    return {
        "introduction": introduction_of(document),
        "sections": sections_of(document),
        "files": [file_row(file) for file in document.files],
    }
