"""The page of a review: the edition in force, the reviews there were, and the next one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.templatetags.handslag_dates import in_words
from plan_pages.correcting.currency import acting
from plan_pages.correcting.currency.forms import ReviewForm
from plan_pages.correcting.doors import for_those_who_work
from plan_pages.correcting.living import chosen, in_force_today
from plan_pages.correcting.roles import REVIEWERS
from plan_pages.correcting.rules import may
from plan_pages.editions.currency import CurrencyOutcome, CurrencyReview, due_on
from plan_pages.editions.history import History
from plan_pages.seal.texts import document_of
from plan_pages.showing.standing import label_of

EDITION = "utgava"


@for_those_who_work(*REVIEWERS)
def review(request: HttpRequest, history: History) -> HttpResponse:
    editions = in_force_today(history, clock.today())
    edition = chosen(editions, request.GET.get(EDITION, ""), editions)
    if edition is None:
        return TemplateResponse(request, "plan_pages/correcting/currency/review.html", {"edition": None})
    earlier = list(
        CurrencyReview.objects.filter(edition__series=history.series, edition__main=edition.main).order_by(
            "-reviewed_on", "-pk"
        )
    )
    function = earlier[0].function if earlier else document_of(edition).responsible_function
    barred = may(request.user, REVIEWERS).why_not
    posted = request.POST if request.method == "POST" and not barred else None
    form = ReviewForm(posted, acting.mark_of(edition), function)
    if posted is not None and form.is_valid():
        try:
            found = acting.record(edition, request.user, form.save(commit=False), form.cleaned_data["seen"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return _onward(request, found)
    context = {
        "edition": edition,
        "label": label_of(edition),
        "others": [(label_of(one), f"?{EDITION}={one.main}") for one in editions if one != edition],
        "due": due_on(history, edition, earlier[0] if earlier else None),
        "is_overdue": due_on(history, edition, earlier[0] if earlier else None) < clock.today(),
        "earlier": earlier,
        "barred": barred,
        "form": form,
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "plan_pages/correcting/currency/review.html", context, status=status)


def _onward(request: HttpRequest, found: CurrencyReview) -> HttpResponse:
    """To what the review calls for."""
    messages.success(
        request,
        _("The review is recorded; the next one is due on %(date)s.") % {"date": in_words(found.next_on)},
    )
    if found.outcome == CurrencyOutcome.CORRECT:
        return redirect(f"{reverse('corrections:start')}?{EDITION}={found.edition.main}")
    return redirect(f"{reverse('currency:review')}?{EDITION}={found.edition.main}")
