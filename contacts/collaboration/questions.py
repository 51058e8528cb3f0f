"""The list of open questions; staff read it, coordinators keep it in the admin."""

from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from contacts.collaboration.index import CollaborationIndexPage
from contacts.collaboration.question import OpenQuestion
from handslag import clock
from handslag.access.sections import read_section, section_condition, section_is_narrowed

ON_A_PAGE = 20
MAY_ADD, MAY_CHANGE = "contacts.add_openquestion", "contacts.change_openquestion"


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Open ones first, the oldest of them on top; closed ones after, the latest first. Raises Http404 for those who may
    not read the section's page."""
    rows = (
        OpenQuestion.objects.filter(section_condition(CollaborationIndexPage, request.user))
        .annotate(section_is_narrowed=section_is_narrowed(CollaborationIndexPage, request.user))
        .select_related("asked_of")
        .order_by(F("closed_on").desc(nulls_first=True), "asked_on", "pk")
    )
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    # Asked with the rows; alone where there are none, or where the reading is to be written down.
    is_told = any(not row.section_is_narrowed for row in page)  # type: ignore[attr-defined]  # annotated
    if not is_told and not read_section(CollaborationIndexPage, request.user):
        raise Http404
    context = {
        "questions": page,
        "today": clock.today(),
        "may_change": request.user.has_perm(MAY_CHANGE),
        "add_url": reverse("contacts_questions:add") if request.user.has_perm(MAY_ADD) else "",
    }
    return TemplateResponse(request, "contacts/collaboration/questions.html", context)
