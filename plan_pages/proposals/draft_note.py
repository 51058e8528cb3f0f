"""The proposals that wait, above the draft in the editor: what somebody asked for is there where it is written."""

from django.http import HttpRequest
from django.template.loader import render_to_string

from plan_pages.pages.decided import DecidedPage
from plan_pages.pages.draft_notes import DraftNote
from plan_pages.proposals.answering import may_answer
from plan_pages.proposals.sections import title_of_section
from plan_pages.proposals.standing import waiting

# The others are on the page that answers them.
SHOWN = 10


def render(page: DecidedPage, request: HttpRequest) -> str:
    """One question to the database; "" where nothing waits."""
    found = list(waiting().filter(series__page_id=page.pk)[: SHOWN + 1]) if page.pk else []
    if not found:
        return ""
    context = {
        "lines": [
            {"section": title_of_section(proposal), "text": proposal.text} for proposal in found[:SHOWN]
        ],
        "has_more": len(found) > SHOWN,
        "may_answer": may_answer(request.user),
    }
    return render_to_string("plan_pages/proposals/draft_note.html", context)


note = DraftNote("proposals", render, order=10)
