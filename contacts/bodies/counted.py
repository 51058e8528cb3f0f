"""Which pages figures may be made of: a figure must not betray what only some may know of."""

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Left, Length, Substr
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.trash.models import TrashPage

STEP = Page.steplen


def countable[P: Page](pages: QuerySet[P], levels: int = 1) -> QuerySet[P]:
    """Published, outside the trash, and under no rule that keeps some out: neither their own nor, with more `levels`,
    that of the pages above them."""
    in_trash = TrashPage.objects.filter(path=Substr(OuterRef("path"), 1, 2 * STEP))
    on_the_way = [f"above_{level}" for level in range(levels)]
    rules = AccessRule.objects.filter(
        audience=Audience.RESTRICTED, page__path__in=[OuterRef(name) for name in on_the_way]
    )
    paths = {name: _path(level) for level, name in enumerate(on_the_way)}
    return pages.filter(~Exists(in_trash), live=True).alias(**paths).filter(~Exists(rules))


def _path(level: int) -> Left | F:
    """Of the page so many steps above."""
    return Left("path", Length("path") - level * STEP) if level else F("path")
