"""A reader proposes a change of a section or of the whole plan, and reads what became of it. Works without scripts."""

from collections.abc import Iterator

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag import clock
from plan_pages.documents import Section
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.proposals.forms import ProposalForm
from plan_pages.proposals.model import RevisionProposal
from plan_pages.proposals.raising import READER, propose
from plan_pages.proposals.sections import title_of_section
from plan_pages.proposals.standing import with_answers
from plan_pages.proposals.state import state_of
from plan_pages.reading.doors import for_signed_in
from plan_pages.reading.places import place_of, state_for
from plan_pages.seal.texts import document_of


@for_signed_in
def propose_change(request: HttpRequest, history: History, section: str = "") -> HttpResponse:
    """Raises Http404 for a section that is in no edition in force, and where none is in force."""
    edition, found = _read_text(request, history, section)
    form = ProposalForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        proposal, is_new = propose(
            history.series,
            form.cleaned_data["text"],
            source=READER,
            section=section,
            section_title=found.title if found else "",
            edition=edition,
            why=form.cleaned_data["why"],
            raised_by=request.user,
        )
        if is_new:
            messages.success(request, _("Your proposal is sent."))
        else:
            messages.info(request, _("You have sent this proposal already; it is kept once."))
        return redirect("plan:own_proposal", proposal.pk)
    context = {"edition": edition, "section": found, "form": form}
    return TemplateResponse(
        request, "plan_pages/reading/propose.html", context, status=422 if form.is_bound else 200
    )


@for_signed_in
def own_proposals(request: HttpRequest, history: History) -> HttpResponse:
    """The reader's own and nobody else's; the newest first."""
    rows = with_answers(_own(request, history)).order_by("-raised_at", "-pk")
    lines = [{"proposal": row, "section": title_of_section(row), "state": state_of(row)} for row in rows]
    return TemplateResponse(request, "plan_pages/reading/own_proposals.html", {"lines": lines})


@for_signed_in
def own_proposal(request: HttpRequest, history: History, pk: int) -> HttpResponse:
    """What was sent, what happens next and what was answered. Raises Http404 for another's."""
    found = get_object_or_404(with_answers(_own(request, history)), pk=pk)
    context = {"proposal": found, "section": title_of_section(found), "state": state_of(found)}
    return TemplateResponse(request, "plan_pages/reading/own_proposal.html", context)


def _own(request: HttpRequest, history: History) -> QuerySet[RevisionProposal]:
    return RevisionProposal.objects.filter(
        series=history.series, source=READER, raised_by=request.user.pk
    ).select_related("edition")


def _read_text(request: HttpRequest, history: History, section: str) -> tuple[Edition, Section | None]:
    """The edition in force that holds the section: the reader's own, or that of another municipality they looked at."""
    for edition in _in_force(request, history):
        if not section:
            return edition, None
        for one in document_of(edition).sections:
            if one.id == section:
                return edition, one
    raise Http404


def _in_force(request: HttpRequest, history: History) -> Iterator[Edition]:
    states = history.states(clock.today())
    editions = [state_for(place_of(request, history), states).edition, *(state.edition for state in states)]
    yield from dict.fromkeys(edition for edition in editions if edition is not None)
