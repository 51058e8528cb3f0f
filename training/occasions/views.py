"""The page of one occasion."""

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from handslag.navigation.context import MenuItem
from training.catalogue.addresses import way_here
from training.catalogue.languages import as_read_in
from training.occasions.actions import actions_for
from training.occasions.doors import for_readers_of_occasion
from training.occasions.joining import may_join
from training.occasions.kinds import OccasionState
from training.occasions.occasion import Occasion
from training.occasions.rows import occasion_rows
from training.occasions.rules import may_organise


@for_readers_of_occasion
def occasion(request: HttpRequest, found: Occasion) -> HttpResponse:
    prefetch_related_objects([found], "days")
    courses = as_read_in([found.course], request.user)
    row = occasion_rows([found], courses)[0]
    course_url = row.course.get_url(request) or ""
    context = {
        "row": row,
        "occasion": found,
        "course": row.course,
        "course_url": course_url,
        "actions": actions_for(request, found),
        "organises": may_organise(request.user),
        "may_join": may_join(request.user, found),
        "is_draft": found.state == OccasionState.DRAFT,
        "is_cancelled": found.state == OccasionState.CANCELLED,
        **way_here(request, MenuItem(row.course.title, course_url, is_current=False)),
    }
    return TemplateResponse(request, "training/occasions/occasion.html", context)
