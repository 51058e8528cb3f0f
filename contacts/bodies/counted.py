"""Which pages figures may be made of: a figure must not betray what only some may know of."""

from django.db.models import F, QuerySet
from django.db.models.functions import Left, Length
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.trash.models import TrashPage

STEP = Page.steplen


def countable[P: Page](pages: QuerySet[P], levels: int = 1) -> QuerySet[P]:
    """Published, outside the trash, and under no rule that keeps some out: neither their own nor, with more `levels`,
    that of the pages above them. What is left out is found once, and not anew for each of thousands of pages."""
    trash = TrashPage.objects.values("path")
    closed = AccessRule.objects.filter(audience=Audience.RESTRICTED).values("page__path")
    found = pages.filter(live=True).alias(top=Left("path", 2 * STEP)).exclude(top__in=trash)
    for level in range(levels):
        found = found.alias(**{f"above_{level}": _path(level)}).exclude(**{f"above_{level}__in": closed})
    return found


def _path(level: int) -> Left | F:
    """Of the page so many steps above."""
    return Left("path", Length("path") - level * STEP) if level else F("path")
