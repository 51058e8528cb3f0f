"""What the page of a meeting shows: its own words, and the facts of the record (`record`)."""

from typing import Any

from django.http import HttpRequest

from contacts.bodies.beside_meeting import shown_beside
from contacts.bodies.kinds import STATUS_KINDS, MeetingKind, MeetingState
from contacts.bodies.minutes import minutes_for


def of(meeting: Any, request: HttpRequest) -> dict[str, Any]:
    """A translation's rows are copies that nobody keeps: where the record is seen, its rows stand in their place."""
    record = meeting.record_for(request.user)
    worded = record or meeting
    context = {
        "record": record,
        "follow_ups": worded.follow_ups.all(),
        "observations": worded.observations.all(),
        "words_language": worded.locale.language_code if worded is not meeting else "",
    }
    if record is None:
        return context
    return context | {
        "minutes": minutes_for(record, request.user),
        "organisations": record.organisations.all(),
        "place": _worded("place", meeting, record),
        "area": _worded("area", meeting, record),
        "status_kind": STATUS_KINDS[MeetingState(record.state)],
        "is_safety_walk": record.kind == MeetingKind.SAFETY_WALK,
        "beside": shown_beside(request, record, meeting),
    }


def _worded(name: str, meeting: Any, record: Any) -> str:
    """In the words of a translation only while it is newer than the record: nobody goes to where the meeting was to
    be before."""
    told, latest = meeting.last_published_at, record.last_published_at
    is_newer = told is not None and (latest is None or told >= latest)
    own: str = getattr(meeting, name) if is_newer else ""
    return own or getattr(record, name)
