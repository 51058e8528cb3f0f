"""`/halsa/`: one word for strangers, the parts for those who look after the site."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from handslag.access.people import has_role, is_break_glass
from handslag.health.memory import RememberedAnswers
from handslag.health.probes import PROBES

SECONDS = 5
answers = RememberedAnswers(SECONDS)


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when all is well, 503 when some part is not; that the process answers is the first part."""
    parts = answers.of(PROBES)
    is_well = all(parts.values())
    content: dict[str, object] = {"status": _word(is_well)}
    if parts["database"] and _looks_after_the_site(request):
        content["parts"] = {"process": _word(True), **{name: _word(state) for name, state in parts.items()}}
    return JsonResponse(content, status=200 if is_well else 503)


def _word(state: bool) -> str:
    return "ok" if state else "failing"


def _looks_after_the_site(request: HttpRequest) -> bool:
    try:
        return is_break_glass(request.user) or has_role(request.user, "auditor")
    except DatabaseError:
        return False
