"""What a provider says of one thing in one language, and how it becomes a row."""

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.models import Group

from handslag.access.audiences import Audience
from handslag.search.models import SearchDocument
from handslag.search.stems import stems_of
from handslag.search.words import clean

# Beyond this a text is no longer found by its last words; PostgreSQL's own limit is one megabyte of stems.
LONGEST_BODY = 200_000
LONGEST_TITLE = 255


@dataclass(frozen=True)
class SearchEntry:
    """`also_found_by`: words that find the thing and are not shown, such as former names (A3.2).

    After the day `shown_until` nobody finds it. With `page_id` the page's visibility decides; without it `audience` and
    `roles` do.
    """

    locale: str
    kind: str
    title: str
    url: str
    body: str = ""
    also_found_by: str = ""
    page_id: int | None = None
    audience: Audience = Audience.STAFF
    roles: tuple[str, ...] = field(default=())
    changed_on: datetime.date | None = None
    shown_until: datetime.date | None = None


def write(source: str, entry: SearchEntry) -> SearchDocument:
    """The row of this source and language says what the entry says."""
    title, body = clean(entry.title)[:LONGEST_TITLE], clean(entry.body)[:LONGEST_BODY]
    document, _created = SearchDocument.objects.update_or_create(
        source=source,
        locale=entry.locale,
        defaults={
            "page_id": entry.page_id,
            "audience": entry.audience,
            "kind": entry.kind,
            "title": title,
            "body": body,
            "url": entry.url,
            "title_stems": stems_of(title, entry.locale),
            "body_stems": stems_of(f"{body} {clean(entry.also_found_by)}", entry.locale),
            "changed_on": entry.changed_on,
            "shown_until": entry.shown_until,
        },
    )
    document.roles.set(Group.objects.filter(name__in=entry.roles) if entry.roles else [])
    return document
