"""When calendars must take notice: SEQUENCE of RFC 5545 grows with every change of what they show."""

from typing import Any

TOLD = ("title", "state", "starts_at", "ends_at", "place", "link")


def next_sequence(meeting: Any) -> int:
    """A published draft carries the number that stood when it was written; the row knows the latest."""
    stored = type(meeting)._base_manager.filter(pk=meeting.pk).values("sequence", *TOLD).first()
    if stored is None:
        return int(meeting.sequence)
    changed = any(stored[name] != getattr(meeting, name) for name in TOLD)
    return int(stored["sequence"]) + int(changed)
