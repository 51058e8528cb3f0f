"""The link between an entry and the meeting it came up at (B-1.5). It is kept on the entry's side alone: the meeting is
an open record, and nothing about it tells how many entries hang on it.

Each end is named to those who may see that end.
"""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.compare import ForeignObjectComparison
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from contacts.bodies.meeting import MeetingPage
from handslag.access.people import Person
from handslag.access.viewer import current_viewer
from handslag.access.visibility import visible_to


def with_meetings[E](entries: Iterable[E], user: Person) -> Iterable[E]:
    """Each with its `shown_meeting`, None where there is none for this reader; one question for all of them."""
    numbers = {entry.meeting_id for entry in entries if entry.meeting_id}  # type: ignore[attr-defined]  # an entry
    found = _seen(numbers, user) if numbers else {}
    for entry in entries:
        entry.shown_meeting = found.get(entry.meeting_id)  # type: ignore[attr-defined]  # an entry
    return entries


def _seen(numbers: set[int], user: Person) -> dict[int, Page]:
    meetings = MeetingPage.objects.filter(pk__in=numbers, live=True)
    return {meeting.pk: meeting for meeting in visible_to(meetings, user).select_related("locale")}


class MeetingComparison(ForeignObjectComparison):
    """What somebody else chose and this reader may not know of is not named in a comparison either."""

    def get_objects(self) -> tuple[Any, Any]:
        viewer = current_viewer()
        first, second = super().get_objects()
        if viewer is None:
            return first, second
        numbers = [meeting.pk for meeting in (first, second) if meeting is not None]
        seen = set(visible_to(Page.objects.filter(pk__in=numbers), viewer).values_list("pk", flat=True))
        first, second = (one if one is not None and one.pk in seen else None for one in (first, second))
        return first, second


class MeetingPanel(FieldPanel):
    def get_comparison_class(self) -> type[MeetingComparison]:
        return MeetingComparison
