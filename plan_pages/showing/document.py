"""A document as HTML: the one road from sealed or drafted text to a reader's eyes."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from handslag import clock
from plan_pages.comparing import Comparison
from plan_pages.documents import EditionDocument
from plan_pages.showing.helplines import Register
from plan_pages.showing.parts import contents_of, parts_of


def rendered(
    document: EditionDocument,
    comparison: Comparison | None = None,
    since: str = "",
    *,
    is_file: bool = False,
    takes_proposals: bool = False,
    register: Register | None = None,
) -> SafeString:
    """A document as readers see it, also the draft of one; with `comparison` what changed is marked where it stands.

    `takes_proposals`: each section ends with the way to propose a change of it. `register`: of helplines, for the
    text in force.
    """
    parts = parts_of(document, comparison, register.beside(document) if register else None)
    context = {
        "document": document,
        "parts": parts,
        "contents": contents_of(parts),
        "since": since,
        "is_file": is_file,
        "takes_proposals": takes_proposals,
        "is_over": document.valid.last is not None and document.valid.last < clock.today(),
    }
    return render_to_string("plan_pages/document/document.html", context)
