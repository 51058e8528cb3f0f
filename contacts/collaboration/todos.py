"""What is due in the collaboration: coordinators see it all, the preparatory group what its own meetings decided."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from contacts.bodies.body import BodyPage
from contacts.bodies.kinds import BodyKind
from contacts.bodies.lapses import (
    idle_tasks,
    kept_bodies,
    local_day,
    observation_due,
    open_follow_ups,
    overdue_observations,
    seen_bodies,
    unsaid_meetings,
)
from contacts.bodies.mandate_task import MandateTask
from contacts.bodies.meeting import MeetingPage
from contacts.bodies.meeting_rows import MeetingFollowUp, Observation
from contacts.collaboration.index import CollaborationIndexPage
from contacts.collaboration.overview import rows_of
from contacts.collaboration.question import OpenQuestion
from handslag import clock
from handslag.access.people import Person, has_role
from handslag.access.sections import section_condition
from handslag.access.visibility import visible_to
from handslag.start.todos import Todo, one_by_one

# A decision is no surprise on its day.
AHEAD = datetime.timedelta(days=14)


def waiting_for(user: Person) -> Iterator[Todo]:
    """Roles only, no superusers: what everybody owns nobody does."""
    if has_role(user, "coordinator"):
        bodies = list(kept_bodies(user))
        yield from _meetings([body for body in bodies if body.live])
        yield from _unsaid(bodies, user)
        yield from _observations(bodies, user)
        yield from _idle(user)
        yield from _questions(user)
        yield from _follow_ups(user)
    elif has_role(user, "reviewer"):
        yield from _follow_ups(user, of=BodyKind.PREPARATORY_GROUP)


def _meetings(bodies: list[BodyPage]) -> Iterator[Todo]:
    today = clock.today()
    for row in rows_of(bodies, today):
        if row.is_overdue:
            yield Todo(
                _("Meet again: %(body)s") % {"body": row.body.title},
                row.body.url or "",
                row.due,
                key=f"series {row.body.pk} {row.due}",
                page_id=row.body.pk,
            )
        if missing := row.tally.forecast.missing:
            yield Todo(
                ngettext(
                    "Plan %(number)d more meeting this year: %(body)s",
                    "Plan %(number)d more meetings this year: %(body)s",
                    missing,
                )
                % {"number": missing, "body": row.body.title},
                row.body.url or "",
                today.replace(month=12, day=31),
                key=f"meetings {row.body.pk} {today.year}",
                page_id=row.body.pk,
            )


def _unsaid(bodies: list[BodyPage], user: Person) -> Iterator[Todo]:
    def together(number: int, first: MeetingPage) -> Todo:
        title = ngettext(
            "Say whether %(number)d meeting was held", "Say whether %(number)d meetings were held", number
        )
        url = f"{_overview_url(user)}#moten"
        return Todo(title % {"number": number}, url, local_day(first.starts_at), key="unsaid")

    yield from one_by_one(unsaid_meetings(bodies, user, clock.today()), _unsaid_meeting, together)


def _unsaid_meeting(meeting: MeetingPage) -> Todo:
    day = local_day(meeting.starts_at)
    return Todo(
        _("Say whether it was held: %(meeting)s") % {"meeting": meeting.title},
        meeting.way_to_it,
        day,
        detail=_("It counts nowhere until its page says that it was held or cancelled."),
        key=f"unsaid {meeting.pk} {day}",
        page_id=meeting.pk,
    )


def _observations(bodies: list[BodyPage], user: Person) -> Iterator[Todo]:
    def together(number: int, first: Observation) -> Todo:
        title = ngettext(
            "Handle what was seen on safety walks: %(number)d observation",
            "Handle what was seen on safety walks: %(number)d observations",
            number,
        )
        url = f"{_overview_url(user)}#iakttagelser"
        return Todo(title % {"number": number}, url, observation_due(first), key="observations")

    yield from one_by_one(overdue_observations(bodies, clock.today()), _observation, together)


def _observation(observation: Observation) -> Todo:
    return Todo(
        _("Handle what was seen on a safety walk: %(text)s") % {"text": observation},
        observation.meeting.way_to_it,
        observation_due(observation),
        key=f"observation {observation.pk}",
        page_id=observation.meeting_id,
    )


def _idle(user: Person) -> Iterator[Todo]:
    def together(number: int, _first: MandateTask) -> Todo:
        title = ngettext("Take up %(number)d idle task", "Take up %(number)d idle tasks", number)
        return Todo(title % {"number": number}, f"{_overview_url(user)}#uppdrag", key="tasks")

    yield from one_by_one(idle_tasks(user, clock.today()), _idle_task, together)


def _idle_task(task: MandateTask) -> Todo:
    return Todo(
        _("Take up an idle task: %(task)s") % {"task": task.text},
        task.body.url or "",
        detail=task.body.title,
        key=f"task {task.pk}",
        page_id=task.body_id,
    )


def _overviews(user: Person) -> QuerySet[CollaborationIndexPage]:
    return visible_to(CollaborationIndexPage.objects.filter(live=True), user).order_by("path")


def _overview_url(user: Person) -> str:
    page = _overviews(user).first()
    return (page.url if page else None) or reverse("questions:all")


def _questions(user: Person) -> Iterator[Todo]:
    """Also an answer for good may have a day on which it is asked again. The list goes by the section's page."""
    due = OpenQuestion.objects.filter(
        section_condition(CollaborationIndexPage, user), closed_on=None, revisit_on__lte=clock.today()
    ).annotate(section=Subquery(_overviews(user).values("pk")[:1]))
    yield from one_by_one(due.order_by("revisit_on", "pk"), _question, _questions_together)


def _question(question: Any) -> Todo:
    return Todo(
        _("Ask again: %(question)s") % {"question": question},
        f"{reverse('questions:all')}#fraga-{question.pk}",
        question.revisit_on,
        key=f"question {question.pk} {question.revisit_on}",
        page_id=question.section,
    )


def _questions_together(number: int, first: OpenQuestion) -> Todo:
    title = ngettext("Ask %(number)d question again", "Ask %(number)d questions again", number)
    return Todo(title % {"number": number}, reverse("questions:all"), first.revisit_on, key="questions")


def _follow_ups(user: Person, of: BodyKind | None = None) -> Iterator[Todo]:
    rows = open_follow_ups(user).filter(due__lte=clock.today() + AHEAD)
    if of is None:
        yield from map(_follow_up, rows)
        return
    paths = set(seen_bodies(user).filter(kind=of).values_list("path", flat=True))
    yield from (_follow_up(row) for row in rows if row.meeting.path[: -Page.steplen] in paths)


def _follow_up(row: MeetingFollowUp) -> Todo:
    return Todo(
        _("Follow up a decision: %(text)s") % {"text": row},
        row.meeting.way_to_it,
        row.due,
        detail=row.function.name if row.function else "",
        key=f"follow-up {row.pk}",
        page_id=row.meeting_id,
    )
