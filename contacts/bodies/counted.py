"""Which pages figures may be made of: a figure must not betray what only some may know of."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.tree_paths import DEEPEST, STEP
from handslag.trash.models import TrashPage


def countable[P: Page](pages: QuerySet[P]) -> QuerySet[P]:
    """Published, outside the trash, and with no rule of their own that keeps some out; for a figure shown to those who
    see the page above. What is left out is found once, and not anew for each of thousands of pages."""
    closed = AccessRule.objects.filter(audience=Audience.RESTRICTED).values("page__path")
    return _published(pages).exclude(path__in=closed)


def openly_countable[P: Page](pages: QuerySet[P]) -> QuerySet[P]:
    """As `countable`, for a figure shown to everybody: under no rule on the whole way to the root. For pages that are
    not thousands; what stands below them goes by theirs."""
    return _published(pages).filter(on_open_way())


def on_open_way() -> Q:
    """No rule on a page's way to the root keeps some out."""
    closed = AccessRule.objects.filter(
        audience=Audience.RESTRICTED, page__path__on_the_way_to=OuterRef("path")
    )
    return ~Q(Exists(closed)) & Q(depth__lte=DEEPEST)


def _published[P: Page](pages: QuerySet[P]) -> QuerySet[P]:
    trash = TrashPage.objects.values("path")
    return pages.filter(live=True).alias(top=Left("path", 2 * STEP)).exclude(top__in=trash)
