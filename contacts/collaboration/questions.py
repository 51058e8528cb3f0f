"""The list of open questions; staff read it, coordinators keep it in the admin."""

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from contacts.collaboration.question import OpenQuestion
from handslag import clock

ON_A_PAGE = 20
MAY_ADD = "contacts.add_openquestion"


@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Open ones first, the oldest of them on top; closed ones after, the latest first."""
    rows = OpenQuestion.objects.select_related("asked_of").order_by(
        F("closed_on").desc(nulls_first=True), "asked_on", "pk"
    )
    context = {
        "questions": Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page")),
        "today": clock.today(),
        "add_url": reverse("contacts_questions:add") if request.user.has_perm(MAY_ADD) else "",
    }
    return TemplateResponse(request, "contacts/collaboration/questions.html", context)
