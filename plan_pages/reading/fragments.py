"""Parts of a page that say the same to every reader.

An edition never changes, so its digest names it; a redaction counts up in its series and makes new keys.
"""

from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe

from plan_pages.editions.edition import Edition
from plan_pages.showing.kept import kept


def fragment(
    name: str, editions: tuple[Edition, ...], make: Callable[[], str], *, extra: str = ""
) -> SafeString:
    """What `make` renders, in the reader's language; made once per day, language and set of editions."""
    digests = ":".join(edition.digest for edition in editions)
    found = kept(f"{name}:{digests}:{editions[0].series.redactions}:{extra}", lambda: str(make()))
    return mark_safe(found)  # noqa: S308 - rendered by our own templates, which escape
