"""Bodies and meetings of a test."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import BodyKind, MeetingState
from contacts.bodies.meeting import MeetingPage
from contacts.collaboration.index import CollaborationIndexPage
from tests.support.factories import make_site, swedish


def collaboration() -> CollaborationIndexPage:
    return published(
        make_site(), CollaborationIndexPage(title="Samverkan", slug="samverkan", locale=swedish())
    )


def body(
    index: Page | None = None, title: str = "Brå", kind: str = BodyKind.COUNCIL, **fields: Any
) -> BodyPage:
    parent = index or CollaborationIndexPage.objects.first() or collaboration()
    rows = {name: fields.pop(name) for name in ("seats", "mandate_tasks", "counterparts") if name in fields}
    return published(parent, BodyPage(title=title, kind=kind, locale=swedish(), **fields), **rows)


def meeting(of: BodyPage, at: str, state: str = MeetingState.HELD, **fields: Any) -> MeetingPage:
    """`at`: "2026-03-02" or "2026-03-02 00:30", local time."""
    moment = timezone.make_aware(datetime.datetime.fromisoformat(at))
    names = ("organisations", "follow_ups", "observations")
    rows = {name: fields.pop(name) for name in names if name in fields}
    page = MeetingPage(
        title=fields.pop("title", "Möte"), state=state, starts_at=moment, locale=swedish(), **fields
    )
    return published(of, page, **rows)


def published[P: Page](parent: Page, page: P, **rows: Any) -> P:
    for name, value in rows.items():
        setattr(page, name, value)
    parent.add_child(instance=page)
    page.save_revision().publish()
    parent.refresh_from_db()
    return page
