"""The minutes of a meeting, for those who may read the document: a file has an audience of its own."""

from typing import Any

from wagtail.documents import get_document_model

from handslag.access.people import Person
from handslag.access.visibility import has_audience, visible_to


def minutes_for(meeting: Any, user: Person) -> Any | None:
    if meeting.minutes_id is None:
        return None
    documents = get_document_model().objects.filter(pk=meeting.minutes_id)
    return (visible_to(documents, user) if has_audience(documents.model) else documents).first()
