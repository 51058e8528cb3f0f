"""Records that stand below a section's page in the readers' search: found by those who may read the page."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from handslag.search.providers import refresh_after_commit


def page_above(section: type[Page]) -> Page | None:
    """In the site's first language, and published."""
    pages = section._default_manager.filter(live=True, locale__language_code=settings.LANGUAGE_CODE)
    return pages.order_by("path").first()


def follow_page(section: type[Page], provider: str, keys: Callable[[], Iterable[str]]) -> None:
    """What is found changes when the page is published, unpublished or deleted for good."""

    def follow(sender: type[Page], **kwargs: Any) -> None:
        for key in keys():
            refresh_after_commit(provider, key)

    for signal, what in (
        (page_published, "published"),
        (page_unpublished, "unpublished"),
        (post_delete, "deleted"),
    ):
        uid = f"handslag.search.{provider}.{section.__name__}.{what}"
        signal.connect(follow, sender=section, dispatch_uid=uid, weak=False)
