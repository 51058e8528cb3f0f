"""The second person's page: the imported text, its source and the answer. Works without scripts."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from plan_pages.registration import acting
from plan_pages.registration.facts import gaps_of, rows_of
from plan_pages.registration.forms import ConfirmForm, ReturnForm
from plan_pages.registration.models import Registration, RegistrationState
from plan_pages.registration.rules import authors_of, may_confirm, may_see
from plan_pages.seal.sealing import decided_document
from plan_pages.showing.document import rendered


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registration(request: HttpRequest, pk: int) -> HttpResponse:
    """Raises Http404 for those who have no part in it."""
    if not may_see(request.user):
        raise Http404
    found = get_object_or_404(Registration.objects.select_related("revision", "source", "series"), pk=pk)
    if request.method == "POST":
        return _answer(request, found)
    return _page(request, found)


def _answer(request: HttpRequest, found: Registration) -> HttpResponse:
    way = request.POST.get("way", "")
    confirm_form, return_form = None, None
    try:
        if way == "confirm":
            confirm_form = ConfirmForm(request.POST)
            if confirm_form.is_valid():
                edition = acting.confirm(found, request.user, confirm_form.cleaned_data["compared"])
                messages.success(
                    request,
                    _("Edition %(number)s is registered; this is what everyone reads from now on.")
                    % {"number": str(edition.number)},
                )
                return redirect("plan:in_force")
        elif way == "return":
            return_form = ReturnForm(request.POST)
            if return_form.is_valid():
                acting.give_back(found, request.user, return_form.cleaned_data["note"])
                messages.success(request, _("The registration is returned to the one who imported it."))
                return redirect(request.path)
        elif way == "withdraw":
            acting.withdraw(found, request.user)
            messages.success(request, _("The registration is withdrawn; the draft is still there."))
            return redirect(request.path)
    except (ValidationError, PermissionDenied) as refusal:
        sentences = refusal.messages if isinstance(refusal, ValidationError) else [str(refusal)]
        messages.error(request, " ".join(sentences))
        return redirect(request.path)
    return _page(request, found, confirm_form, return_form, status=422)


def _page(
    request: HttpRequest,
    found: Registration,
    confirm_form: ConfirmForm | None = None,
    return_form: ReturnForm | None = None,
    status: int = 200,
) -> HttpResponse:
    is_waiting = found.state == RegistrationState.WAITING
    revision = acting.latest(found) if is_waiting else found.revision
    document = decided_document(revision)
    if document is None:
        raise Http404
    context: dict[str, Any] = {
        "registration": found,
        "is_waiting": is_waiting,
        "rows": rows_of(found),
        "gaps": gaps_of(document, acting.records_of(found)),
        "title": document.title,
        "language": document.language,
        "body": rendered(document),
        "barred": may_confirm(request.user, found).why_not if is_waiting else "",
        "is_author": is_waiting and request.user.pk in authors_of(found),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[found.series.page_id])
        if found.series.page_id
        else "",
        "confirm_form": confirm_form or ConfirmForm(initial={"compared": revision.pk}),
        "return_form": return_form or ReturnForm(),
    }
    return TemplateResponse(request, "plan_pages/registration/registration.html", context, status=status)
