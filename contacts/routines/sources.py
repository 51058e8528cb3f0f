"""Where a routine is described, for those who may read the document: a file has an audience of its own."""

from dataclasses import dataclass
from typing import Any

from handslag.access.people import Person
from handslag.access.visibility import has_audience, may_see


@dataclass(frozen=True)
class Source:
    title: str
    url: str


def source_for(described: Any, user: Person) -> Source | None:
    """Of a routine or of a round."""
    document = described.source_document
    if document is not None and (not has_audience(type(document)) or may_see(user, document)):
        return Source(document.title, document.url)
    return Source(described.source_link, described.source_link) if described.source_link else None
