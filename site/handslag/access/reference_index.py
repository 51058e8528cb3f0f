"""What a restricted page refers to is not indexed: "used on 1 page" beside a picture would tell that the page exists.

Types that are always restricted also say `wagtail_reference_index_ignore = True`. A page that is opened again is
indexed when it is next saved.
"""

import functools
from typing import Any

from wagtail.models import Page, ReferenceIndex

from handslag.access.effective import restriction_of


def _sparing(create_or_update: Any) -> Any:
    @functools.wraps(create_or_update)
    def create_or_update_unless_restricted(cls: type[ReferenceIndex], instance: Any) -> None:
        if isinstance(instance, Page) and restriction_of(instance).is_restricted:
            cls.remove_for_object(instance)
        else:
            create_or_update(cls, instance)

    create_or_update_unless_restricted.spares_restricted = True  # type: ignore[attr-defined]  # put on once
    return create_or_update_unless_restricted


def forget_below(page: Page) -> None:
    """Called when a rule is set: what was indexed while the pages were open is taken out."""
    if restriction_of(page).is_restricted:
        for below in page.get_descendants(inclusive=True):
            ReferenceIndex.remove_for_object(below)


def connect() -> None:
    original = ReferenceIndex.create_or_update_for_object.__func__
    if not hasattr(original, "spares_restricted"):
        ReferenceIndex.create_or_update_for_object = classmethod(_sparing(original))
