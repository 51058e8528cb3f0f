"""Any two editions beside each other."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse

from plan_pages.comparing import compare
from plan_pages.editions.edition import Edition
from plan_pages.editions.history import History
from plan_pages.editions.kinds import EditionKind
from plan_pages.editions.numbers import EditionNumber, parse_number
from plan_pages.reading.doors import edition_or_404, for_readers
from plan_pages.reading.fragments import fragment
from plan_pages.seal.texts import document_of
from plan_pages.showing.standing import label_of


@for_readers
def compare_editions(
    request: HttpRequest, history: History, before: EditionNumber, after: EditionNumber
) -> HttpResponse:
    """Raises Http404 for an edition that is not there, and for a repeal, which has no text."""
    first, second = edition_or_404(history, before), edition_or_404(history, after)
    if EditionKind.REPEAL in (first.kind, second.kind):
        raise Http404
    with_text = [one for one in history.editions if one.kind != EditionKind.REPEAL]
    context = {
        "before": first,
        "after": second,
        "before_label": label_of(first),
        "after_label": label_of(second),
        "choices": sorted(with_text, key=lambda one: one.number),
        "comparison": _comparison(first, second),
    }
    return TemplateResponse(request, "plan_pages/reading/compare.html", context)


@for_readers
def choose(request: HttpRequest, history: History) -> HttpResponse:
    """The form of the comparison page leads here; without a choice, the two newest. Raises Http404."""
    numbers = [one.number for one in history.editions if one.kind != EditionKind.REPEAL]
    newest = [*sorted(numbers)][-2:]
    try:
        before = parse_number(request.GET["fran"]) if "fran" in request.GET else newest[0]
        after = parse_number(request.GET["till"]) if "till" in request.GET else newest[-1]
    except (ValueError, IndexError):
        raise Http404 from None
    return HttpResponseRedirect(reverse("plan:compare", args=[before, after]))


def _comparison(before: Edition, after: Edition) -> str:
    def make() -> str:
        context = {
            "comparison": compare(document_of(before), document_of(after)),
            "before": label_of(before),
            "after": label_of(after),
        }
        return render_to_string("plan_pages/comparing/comparison.html", context)

    return fragment("comparison", (before, after), make)
