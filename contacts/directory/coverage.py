"""Which kinds of actors work at which level of prevention, and where nobody does (A3.1)."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from contacts.directory.address import way_here
from contacts.directory.doors import for_readers
from contacts.organisations.kinds import OrganisationKind, PreventionLevel
from contacts.organisations.organisation import Organisation
from handslag.places.models import Municipality

# Whom the plan wants to see at all levels.
ASKED_FOR = (
    OrganisationKind.SCHOOL,
    OrganisationKind.SOCIAL_SERVICES,
    OrganisationKind.LEISURE,
    OrganisationKind.SECURITY,
    OrganisationKind.POLICE,
)


@dataclass(frozen=True)
class Cell:
    """`is_gap`: the plans ask for this kind of actor here, and there is none."""

    level: PreventionLevel
    number: int
    is_gap: bool
    query: str


@dataclass(frozen=True)
class Line:
    kind: OrganisationKind
    cells: list[Cell]


def matrix(code: str = "") -> list[Line]:
    """For one municipality, with what works in the whole county; for all of them without a code. One query."""
    current = Organisation.objects.current()
    if code:
        current = current.filter(Q(municipality__code=code) | Q(municipality=None))
    counts: dict[str, Any] = {
        row["kind"]: row
        for row in current.order_by()
        .values("kind")
        .annotate(
            **{level.value: Count("pk", filter=Q(**{f"works_{level}": True})) for level in PreventionLevel}
        )
    }
    return [
        Line(kind, [_cell(kind, level, counts, code) for level in PreventionLevel])
        for kind in OrganisationKind
    ]


def _cell(kind: OrganisationKind, level: PreventionLevel, counts: dict[str, Any], code: str) -> Cell:
    number = counts.get(kind, {}).get(level, 0)
    query = {"slag": kind.value, "niva": level.value, **({"kommun": code} if code else {})}
    return Cell(level, number, kind in ASKED_FOR and not number, urlencode(query))


@for_readers
def coverage(request: HttpRequest) -> HttpResponse:
    municipalities = list(Municipality.objects.all())
    code = request.GET.get("kommun", "")
    chosen = next((one for one in municipalities if one.code == code), None)
    lines = matrix(chosen.code if chosen else "")
    context = {
        "lines": lines,
        "levels": list(PreventionLevel),
        "gaps": [(line.kind, cell.level) for line in lines for cell in line.cells if cell.is_gap],
        "municipalities": municipalities if len(municipalities) > 1 else [],
        "chosen": chosen,
        **way_here(request),
    }
    return TemplateResponse(request, "contacts/directory/coverage.html", context)
