"""The occasions of a course, on its page."""

from typing import Any

from django.http import HttpRequest

from handslag import clock
from training.catalogue.course_page import CoursePage
from training.catalogue.languages import in_first_language
from training.catalogue.parts import PagePart
from training.occasions.finding import SHOWN
from training.occasions.occasion import Occasion
from training.occasions.rows import occasion_rows, with_days
from training.occasions.rules import may_organise

MOST = 30


def occasions_ahead(request: HttpRequest, course: CoursePage) -> dict[str, Any]:
    """The same ones on every language's page. A preview of a page that is not saved yet has none."""
    source = in_first_language(course)
    ahead = Occasion.objects.none()
    if source.pk is not None:
        ahead = Occasion.objects.filter(course=source.pk, state__in=SHOWN, ends_at__gt=clock.now())
    shown = with_days(ahead.order_by("starts_at", "pk"))[:MOST]
    return {
        "occasions": occasion_rows(shown, {source.pk: course}),
        "organises": may_organise(request.user),
    }


part = PagePart("occasions", occasions_ahead, "training/occasions/parts/of_course.html", order=10)
