"""Which pages figures may be made of: a figure must not betray what only some may know of."""

from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Left
from wagtail.models import Page

from handslag.access.audiences import Audience
from handslag.access.models import AccessRule
from handslag.access.tree_paths import DEEPEST, STEP
from handslag.trash.models import TrashPage


def countable[M: Model](rows: QuerySet[M], page: str = "") -> QuerySet[M]:
    """Published, outside the trash, and with no rule of their own that keeps some out; for a figure shown to those who
    see the page above. What is left out is found once, and not anew for each of thousands of pages.

    `page`: the lookup that leads to the page, where the rows are no pages themselves ("meeting__").
    """
    return unclosed(rows.filter(**{f"{page}live": True}), page)


def unclosed[M: Model](rows: QuerySet[M], page: str = "") -> QuerySet[M]:
    """The same of pages that may have been unpublished, and for work that somebody is left with, not for figures."""
    closed = AccessRule.objects.filter(audience=Audience.RESTRICTED).values("page__path")
    return _outside_trash(rows, page).exclude(**{f"{page}path__in": closed})


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


def _published[M: Model](rows: QuerySet[M], page: str = "") -> QuerySet[M]:
    return _outside_trash(rows.filter(**{f"{page}live": True}), page)


def _outside_trash[M: Model](rows: QuerySet[M], page: str) -> QuerySet[M]:
    trash = TrashPage.objects.values("path")
    found: QuerySet[Any] = rows
    return found.alias(top=Left(f"{page}path", 2 * STEP)).exclude(top__in=trash)
