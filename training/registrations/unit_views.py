"""A manager's view (A7.2): how many of the unit are on their way, queue or came, per occasion. Numbers, never names.

A unit is counted with everything below it, and hidden where the figures of competence hide it: two pages that count or
hide differently would together show more than either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from handslag.places.models import Unit
from handslag.places.sizes import LEAST
from handslag.templatetags.handslag_dates import in_words
from training.catalogue.addresses import way_here
from training.catalogue.doors import for_readers
from training.catalogue.languages import readable_courses
from training.managers.people_units import people_by_unit
from training.managers.rules import managed_units, sees_some_unit
from training.managers.unit_tree import Tree, shown_units, tree_of
from training.occasions.rules import known_occasions
from training.registrations.kinds import RegistrationState
from training.registrations.told_units import told, told_units

FIGURES = ("registered", "waiting", "attended")


@for_readers
def units(request: HttpRequest) -> HttpResponse:
    """Raises Http404 for others than managers."""
    managed = list(managed_units(request.user).select_related("municipality"))
    if not managed and not sees_some_unit(request.user):
        raise Http404
    tree = tree_of(dict(Unit.objects.values_list("pk", "parent")))
    may_be_shown = shown_units(tree, people_by_unit(), told=told_units())
    shown = [unit for unit in managed if unit.pk in may_be_shown]
    context = {
        "tables": _tables(request, tree, shown, managed),
        "hidden": len(managed) - len(shown),
        "least": LEAST,
        **way_here(request),
    }
    return TemplateResponse(request, "training/registrations/units.html", context)


def _tables(
    request: HttpRequest, tree: Tree, shown: list[Unit], managed: Collection[Unit]
) -> list[dict[str, Any]]:
    courses = readable_courses(request.user)
    # By unit and occasion, the latest occasion first.
    titles: dict[int, str] = {}
    sums: dict[int, dict[int, dict[str, int]]] = defaultdict(dict)
    for found in _counted(request, managed):
        occasion = found["occasion"]
        titles[occasion] = (
            f"{courses[found['occasion__course']].title}, {in_words(found['occasion__starts_at'])}"
        )
        for unit in tree.with_those_above(found["unit"]):
            row = sums[unit].setdefault(occasion, dict.fromkeys(FIGURES, 0))
            for name in FIGURES:
                row[name] += found[name]
    headers = [
        {"title": _("Occasion")},
        *({"title": title, "numeric": True} for title in (_("Have a place"), _("In the queue"), _("Came"))),
    ]
    return [
        {
            "id": f"enhet-{unit.pk}",
            "caption": unit.name,
            "headers": headers,
            "rows": [
                [titles[occasion], *({"text": str(row[name]), "numeric": True} for name in FIGURES)]
                for occasion, row in sums[unit.pk].items()
            ],
        }
        for unit in shown
    ]


def _counted(request: HttpRequest, managed: Collection[Unit]) -> Iterable[Mapping[str, Any]]:
    has_place = Q(state__in=[RegistrationState.CONFIRMED, RegistrationState.OFFERED])
    return (
        told()
        .filter(unit__in=managed, occasion__in=known_occasions(request.user))
        .order_by("-occasion__starts_at", "occasion", "unit")
        .values("unit", "occasion", "occasion__starts_at", "occasion__course")
        .annotate(
            registered=Count("pk", filter=has_place),
            waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
            attended=Count("pk", filter=Q(state=RegistrationState.ATTENDED)),
        )
    )
