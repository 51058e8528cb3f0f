"""The way from the catalogue to what stands beside it."""

from typing import Any

from django.http import HttpRequest

from training.competence.rules import sees_figures
from training.occasions.rules import may_organise


def links(request: HttpRequest, page: Any) -> dict[str, Any]:
    return {"sees_figures": sees_figures(request.user), "reads_files": may_organise(request.user)}
