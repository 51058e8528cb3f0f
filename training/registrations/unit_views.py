"""A manager's view (A7.2): how many of the unit are on their way, queue or came, per occasion. Numbers, never names."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag import clock
from handslag.places.models import Unit
from handslag.templatetags.handslag_dates import in_words
from training.catalogue.addresses import way_here
from training.catalogue.doors import for_readers
from training.catalogue.languages import readable_courses
from training.managers.rules import managed_units, sees_some_unit
from training.managers.sizes import LEAST, people_in
from training.occasions.rules import known_occasions
from training.registrations.kinds import RegistrationState
from training.registrations.registration import Registration

BACK = datetime.timedelta(days=365)


@for_readers
def units(request: HttpRequest) -> HttpResponse:
    """Each unit by itself: a sum of several would give away those that are too small. Raises Http404 for others than
    managers."""
    managed = list(managed_units(request.user).select_related("municipality"))
    if not managed and not sees_some_unit(request.user):
        raise Http404
    sizes = people_in(unit.pk for unit in managed)
    shown = [unit for unit in managed if sizes.get(unit.pk, 0) >= LEAST]
    context = {
        "tables": _tables(request, shown),
        "hidden": len(managed) - len(shown),
        "least": LEAST,
        **way_here(request),
    }
    return TemplateResponse(request, "training/registrations/units.html", context)


def _tables(request: HttpRequest, shown: list[Unit]) -> list[dict[str, Any]]:
    rows: dict[int, list[list[Any]]] = defaultdict(list)
    courses = readable_courses(request.user)
    for found in _counted(request, shown):
        numbers = (found["registered"], found["waiting"], found["attended"])
        title = f"{courses[found['occasion__course']].title}, {in_words(found['occasion__starts_at'])}"
        rows[found["unit"]].append([title, *({"text": str(number), "numeric": True} for number in numbers)])
    headers = [
        {"title": _("Occasion")},
        *({"title": title, "numeric": True} for title in (_("Have a place"), _("In the queue"), _("Came"))),
    ]
    return [
        {"id": f"enhet-{unit.pk}", "caption": unit.name, "headers": headers, "rows": rows[unit.pk]}
        for unit in shown
    ]


def _counted(request: HttpRequest, shown: list[Unit]) -> Iterable[Mapping[str, Any]]:
    has_place = Q(state__in=[RegistrationState.CONFIRMED, RegistrationState.OFFERED])
    return (
        Registration.objects.filter(
            unit__in=shown,
            occasion__in=known_occasions(request.user).filter(starts_at__gte=clock.now() - BACK),
        )
        .exclude(state=RegistrationState.CANCELLED)
        .order_by("unit", "-occasion__starts_at", "occasion")
        .values("unit", "occasion", "occasion__starts_at", "occasion__course")
        .annotate(
            registered=Count("pk", filter=has_place),
            waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
            attended=Count("pk", filter=Q(state=RegistrationState.ATTENDED)),
        )
    )
