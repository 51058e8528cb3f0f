"""A course that is or was given stays: figures rest on it, and people are on their way there."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from handslag.trash.keeping import KeptPages
from training.occasions.occasion import Occasion


def given_courses() -> QuerySet[Page]:
    return Page.objects.filter(pk__in=Occasion.objects.values("course"))


kept = KeptPages(
    "training",
    given_courses,
    _(
        "Courses with occasions are not deleted: cancel those that lie ahead, and unpublish the course; what was given "
        "stays in the figures."
    ),
)
