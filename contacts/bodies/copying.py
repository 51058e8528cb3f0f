"""A copy of a meeting is a new meeting: planned, a draft, without what came out of the one it was made from (A2.4).
What was held is held once, and what was decided is followed up once."""

import datetime
import functools
from typing import Any

from django.db import transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.models import Page

from contacts.bodies.meeting import MeetingPage
from handslag import clock

OF_THE_PAST = ("state", "sequence", "minutes", "organisations")
WEEK = datetime.timedelta(days=7)


def new_times(meeting: MeetingPage) -> dict[str, Any]:
    """As they are while they lie ahead; otherwise the same weekday and hour, the next time it comes."""
    begins, ends = meeting.starts_at, meeting.ends_at
    # By the clock on the wall: not an hour off when summer time has come or gone.
    there, now = _on_the_wall(begins), _on_the_wall(clock.now())
    if there <= now:
        begins = timezone.make_aware(there + ((now - there) // WEEK + 1) * WEEK)
    return {"starts_at": begins, "ends_at": ends and begins + (ends - meeting.starts_at)}


def _on_the_wall(moment: datetime.datetime) -> datetime.datetime:
    return timezone.localtime(moment).replace(tzinfo=None)


def start_anew(meeting: MeetingPage) -> None:
    """What was an alias becomes a meeting of its own."""
    empty = MeetingPage()
    for name in (*_rows(), "organisations"):
        setattr(meeting, name, [])
    meeting.state, meeting.minutes = empty.state, None
    for name, moment in new_times(meeting).items():
        setattr(meeting, name, moment)
    meeting.save(clean=False)


def _rows() -> list[str]:
    return [relation.get_accessor_name() for relation in get_all_child_relations(MeetingPage)]


def _copied_anew(copy_page: Any) -> Any:
    @functools.wraps(copy_page)
    def copy(
        action: CopyPageAction,
        page: Page,
        to: Page | None = None,
        update_attrs: dict[str, Any] | None = None,
        exclude_fields: list[str] | None = None,
        **kwargs: Any,
    ) -> Page:
        source = page.specific
        if not action.reset_translation_key or not isinstance(source, MeetingPage):
            return copy_page(action, page, to, update_attrs, exclude_fields, **kwargs)
        keep_live, action.keep_live = action.keep_live, False
        try:
            return copy_page(
                action,
                page,
                to,
                {**(update_attrs or {}), **new_times(source)},
                [*(exclude_fields or []), *OF_THE_PAST, *_rows()],
                **kwargs,
            )
        finally:
            action.keep_live = keep_live

    copy.starts_meetings_anew = True  # type: ignore[attr-defined]  # so that it is put on once
    return copy


def _converted_anew(convert: Any) -> Any:
    @functools.wraps(convert)
    def convert_alias(action: ConvertAliasPageAction, page: Page, *args: Any, **kwargs: Any) -> Page:
        """In another language the page becomes a translation like others, which counts nowhere."""
        meeting = page.specific
        if not isinstance(meeting, MeetingPage) or not meeting.is_in_first_language:
            return convert(action, page, *args, **kwargs)
        with transaction.atomic():
            if meeting.live:
                meeting.unpublish(user=action.user, log_action=False)
            start_anew(meeting)
            return convert(action, meeting, *args, **kwargs)

    convert_alias.starts_meetings_anew = True  # type: ignore[attr-defined]  # so that it is put on once
    return convert_alias


def connect() -> None:
    """Wagtail names no copy's source, and tells of those below a copied body not at all: the steps are wrapped."""
    if not hasattr(CopyPageAction._copy_page, "starts_meetings_anew"):
        CopyPageAction._copy_page = _copied_anew(CopyPageAction._copy_page)
        ConvertAliasPageAction._convert_alias = _converted_anew(ConvertAliasPageAction._convert_alias)
